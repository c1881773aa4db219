import { Injectable } from '@nestjs/common';
import { writeAudit } from '#audit';
import type { Reader, Tx } from '#database';
import { countedEffect, namedEffect, PersonMerger } from '#directory';
import type { Acting, MergeEffect, MergePair } from '#directory';
import type { Id } from '#kernel';
import { moveThreads, supersedeUnsent } from '#mail';
import { findMeetingPlaces, lockMeeting } from '#meetings';
import type { Meeting } from '#meetings';
import { promoteWaiting } from '../seats/promote-waiting.js';
import { Invitation } from '../tables/invitation.entity.js';
import { findEntries, sharedMeetings } from './shared-meetings.js';
import type { EntryRow, SharedMeeting } from './shared-meetings.js';
import { uniteInvitations } from './unite-invitations.js';

/** Invitations and registrations of two people who are one. */
@Injectable()
export class ParticipationMerger extends PersonMerger {
  readonly turn = 1;
  readonly moves = [
    'invitation.person_id',
    'registration.person_id',
    'invitation_reason.as_deputy_for_id',
    'meeting_audience.asked_by',
    'meeting_message.written_by',
  ];

  /** The meetings to which the one is invited who goes, by id, then the invitations, by id. */
  override async lock(tx: Tx, pair: MergePair): Promise<void> {
    await lockEntries(tx, await findEntries(tx, pair));
  }

  async foresee(reader: Reader, pair: MergePair): Promise<readonly MergeEffect[]> {
    const entries = await findEntries(reader, pair);
    const shared = sharedMeetings(entries);
    const moved = entries.filter(({ personId }) => personId === pair.otherId).length - shared.length;
    return [
      ...countedEffect('invitations-moved', moved),
      ...namedEffect(
        'invitations-united',
        shared.map(({ kept }) => itemOf(kept)),
      ),
      ...namedEffect(
        'seats-freed',
        shared.filter(freesSeat).map(({ kept }) => itemOf(kept)),
      ),
    ];
  }

  async move(tx: Tx, pair: MergePair, acting: Acting): Promise<void> {
    // Whoever was invited since `lock` is among them now; the people's locks keep further ones out.
    const meetings = await lockEntries(tx, await findEntries(tx, pair));
    const shared = sharedMeetings(await findEntries(tx, pair));
    const lost = new Map(shared.map((one) => [one.lost.invitationId, one.kept.invitationId]));
    await supersedeUnsent(tx, [...lost.keys()]);
    await moveThreads(tx, lost);
    await uniteInvitations(tx, lost, acting.now);
    for (const table of ['invitation', 'registration']) {
      await tx.manager.query(`UPDATE ${table} SET person_id = $1 WHERE person_id = $2`, [
        pair.survivorId,
        pair.otherId,
      ]);
    }
    await tx.manager.query('UPDATE invitation_reason SET as_deputy_for_id = $1 WHERE as_deputy_for_id = $2', [
      pair.survivorId,
      pair.otherId,
    ]);
    await moveAudiences(tx, pair);
    await tell(tx, shared, acting);
    for (const { kept } of shared.filter(freesSeat)) {
      const meeting = meetings.get(kept.meetingId);
      if (meeting !== undefined) await promoteWaiting(tx, meeting, acting.now);
    }
  }
}

/** Who asked or wrote, and rules composed for one meeting that name the one who goes. */
async function moveAudiences(tx: Tx, { survivorId, otherId }: MergePair): Promise<void> {
  await tx.manager.query('UPDATE meeting_audience SET asked_by = $1 WHERE asked_by = $2', [
    survivorId,
    otherId,
  ]);
  await tx.manager.query('UPDATE meeting_message SET written_by = $1 WHERE written_by = $2', [
    survivorId,
    otherId,
  ]);
  await tx.manager.query(
    `UPDATE meeting_audience SET rule = replace(rule::text, $2, $1)::jsonb
      WHERE rule::text LIKE '%' || $2 || '%'`,
    [survivorId, otherId],
  );
}

/** Locks in the order that everybody keeps: meetings by id, then invitations by id. */
async function lockEntries(tx: Tx, entries: readonly EntryRow[]): Promise<ReadonlyMap<Id, Meeting>> {
  const meetings = new Map<Id, Meeting>();
  for (const id of [...new Set(entries.map(({ meetingId }) => meetingId))].toSorted()) {
    meetings.set(id, await lockMeeting(tx, id));
  }
  await tx.manager
    .createQueryBuilder(Invitation, 'invitation')
    .select('invitation.id')
    .setLock('for_no_key_update')
    .where('invitation.id = ANY(:ids)', { ids: entries.map(({ invitationId }) => invitationId) })
    .orderBy('invitation.id')
    .getMany();
  return meetings;
}

function freesSeat({ lost }: SharedMeeting): boolean {
  return lost.registration === 'confirmed' || lost.registration === 'offered';
}

function itemOf({ title, startsLocal }: EntryRow) {
  return { name: title, on: startsLocal.toPlainDate() };
}

async function tell(tx: Tx, shared: readonly SharedMeeting[], { actor, now }: Acting): Promise<void> {
  const places = await findMeetingPlaces(
    tx,
    shared.map(({ kept }) => kept.meetingId),
  );
  await writeAudit(
    tx,
    shared.map(({ kept, lost }) => ({
      at: now,
      actorPersonId: actor.personId,
      channel: actor.channel,
      action: 'invitation.unite',
      subjectKind: 'invitation',
      subjectId: kept.invitationId,
      institutionIds: places.get(kept.meetingId)?.institutionIds ?? [],
      before: { invitationId: lost.invitationId, answer: lost.answer, registration: lost.registration },
      after: { answer: kept.answer, registration: kept.registration },
      requestId: actor.requestId,
    })),
  );
}
