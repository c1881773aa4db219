import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { writeAudit } from '#audit';
import { insertRows } from '#database';
import type { Tx } from '#database';
import { noteAcquaintance, reasonKeyOf } from '#directory';
import type { AudienceReason } from '#directory';
import { Clock, newId, TokenKeys } from '#kernel';
import type { Id, Temporal } from '#kernel';
import { listMeetingInstitutions } from '#meetings';
import type { Meeting } from '#meetings';
import { factOf, recordFacts } from '#queue';
import { answerLocked } from '../answers/answer-batch.js';
import { InvitationSent } from '../facts.js';
import { Invitation } from '../tables/invitation.entity.js';
import { assertInvitationMayBecome } from '../rules/invitation.transitions.js';
import { writeParticipantMails } from '../mail/participant-mails.js';
import { writeCopyMails } from '../copies/copy-mails.js';
import { AnswersInAdvance } from './answers-in-advance.js';

/** A person to ask, with every reason that applies. */
export interface Invitee {
  readonly personId: Id;
  readonly reasons: readonly InviteeReason[];
}

interface InviteeReason extends AudienceReason {
  /** Asked as deputy of the office, in place of this person. */
  readonly asDeputyForId?: Id;
}

export interface InvitationContext {
  readonly actor: Pick<Actor, 'personId' | 'channel' | 'requestId'>;
  readonly now: Temporal.Instant;
  /** Deputies and the offices' copy addresses are told that these people are invited. */
  readonly copyToDeputies?: boolean;
  /** They answer at once, in the same transaction: no mail asks them. */
  readonly answersItself?: boolean;
}

/** Asks people to a meeting, whoever it is that wants them there. */
@Injectable()
export class InvitePeople {
  constructor(
    private readonly keys: TokenKeys,
    private readonly clock: Clock,
    private readonly inAdvance: AnswersInAdvance,
  ) {}

  /**
   * Invites people to a meeting whose row is locked, in the caller's transaction: invitation, reasons, mail, audit and
   * fact for who is new (or was withdrawn and is asked again), only the missing reasons for who is invited already. What
   * somebody has said in advance is their answer at once, so that one mail says both, or none that they are not coming.
   * May run again with the same people and then changes nothing.
   */
  async invite(
    tx: Tx,
    meeting: Meeting,
    invitees: readonly Invitee[],
    context: InvitationContext,
  ): Promise<{ invited: number; addedReasons: number }> {
    const { asked, addedReasons } = await this.open(tx, meeting, invitees, context);
    if (context.answersItself !== true) await this.write(tx, meeting, asked, context);
    return { invited: asked.length, addedReasons };
  }

  /**
   * The same without asking anybody: for those who are told of it in another way, which is the caller's to do. Returns
   * the invitations that are new or were taken up again.
   */
  async open(
    tx: Tx,
    meeting: Meeting,
    invitees: readonly Invitee[],
    context: InvitationContext,
  ): Promise<{ asked: readonly Invitation[]; addedReasons: number }> {
    const existing = await findInvitations(tx, meeting.id, invitees);
    const fresh = invitees
      .filter(({ personId }) => !existing.has(personId))
      .map(({ personId }) => newInvitation(meeting.id, personId, { ...context, keys: this.keys }));
    await insertRows(tx, Invitation, fresh);
    const again = [...existing.values()].filter(({ state }) => state === 'withdrawn');
    await reopen(tx, again, context.now);
    const invitations = new Map([...existing, ...fresh.map((row) => [row.personId, row] as const)]);
    const addedReasons = await giveReasons(tx, invitations, invitees, context.now);
    const asked = [...fresh, ...again];
    const institutionIds = await listMeetingInstitutions(tx, meeting.id);
    const personIds = invitees.map(({ personId }) => personId);
    // Whoever invites may see from now on how those invited are reached.
    await noteAcquaintance(tx, { institutionIds, personIds, at: context.now });
    const invitationIds = asked.map(({ id }) => id);
    await tellOf(tx, { meetingId: meeting.id, institutionIds, invitationIds }, context);
    return { asked, addedReasons };
  }

  /** Answers for those who have answered already and asks the others. */
  private async write(
    tx: Tx,
    meeting: Meeting,
    asked: readonly Invitation[],
    { now, copyToDeputies }: InvitationContext,
  ): Promise<void> {
    const people = asked.map(({ personId }) => personId);
    const said = people.length === 0 ? new Map() : await this.inAdvance.find(tx, meeting.id, people);
    const answered = await this.answer(tx, meeting, asked, said);
    const silent = asked.filter(({ id }) => !answered.has(id)).map(({ id }) => id);
    await writeParticipantMails(tx, { kind: 'invitation', meeting, invitationIds: silent, now });
    if (copyToDeputies !== true) return;
    const mayCome = asked.filter(({ id, personId }) => !(answered.has(id) && said.get(personId) === 'no'));
    await writeCopyMails(
      tx,
      meeting,
      mayCome.map(({ id }) => id),
      now,
    );
  }

  /** Gives the answers that can be taken now; whoever gave another is asked like everybody else. */
  private async answer(
    tx: Tx,
    meeting: Meeting,
    asked: readonly Invitation[],
    said: ReadonlyMap<Id, 'yes' | 'no'>,
  ): Promise<ReadonlySet<Id>> {
    const receivedAt = this.clock.now();
    const batch = asked.flatMap(({ id: invitationId, personId }) => {
      const answer = said.get(personId);
      const from = { channel: 'series', note: null, actorPersonId: null, requestId: null } as const;
      return answer === undefined ? [] : [{ invitationId, answer, receivedAt, ...from }];
    });
    if (batch.length === 0) return new Set();
    const outcomes = await answerLocked(tx, meeting, batch, { clock: this.clock, keys: this.keys });
    const taken = batch.filter((_, index) => outcomes[index]?.outcome === 'accepted');
    return new Set(taken.map(({ invitationId }) => invitationId));
  }
}

async function findInvitations(
  tx: Tx,
  meetingId: Id,
  invitees: readonly Invitee[],
): Promise<ReadonlyMap<Id, Invitation>> {
  const found = await tx.manager
    .createQueryBuilder(Invitation, 'invitation')
    .setLock('for_no_key_update')
    .where('invitation.meetingId = :meetingId AND invitation.personId = ANY(:people)', {
      meetingId,
      people: invitees.map(({ personId }) => personId),
    })
    .orderBy('invitation.id')
    .getMany();
  return new Map(found.map((invitation) => [invitation.personId, invitation]));
}

function newInvitation(
  meetingId: Id,
  personId: Id,
  { keys, now }: { readonly keys: TokenKeys; readonly now: Temporal.Instant },
): Invitation {
  const id = newId();
  const { hash, keyId } = keys.derive({ purpose: 'invitation', rowId: id, generation: 1 });
  return {
    id,
    meetingId,
    personId,
    state: 'active',
    tokenHash: hash,
    tokenKeyId: keyId,
    tokenGeneration: 1,
    sequence: 0,
    answer: null,
    answerNote: null,
    answerChannel: null,
    answeredAt: null,
    toConfirmAgain: false,
    reservedSeat: false,
    inPlaceOfId: null,
    registeredById: null,
    namedAs: null,
    invitedAt: now,
    withdrawnAt: null,
  };
}

/** Asked again as if for the first time; the former registration stands in the audit. */
async function reopen(tx: Tx, withdrawn: readonly Invitation[], now: Temporal.Instant): Promise<void> {
  if (withdrawn.length === 0) return;
  for (const { state } of withdrawn) assertInvitationMayBecome(state, 'invited', 'active');
  await tx.manager.query('DELETE FROM registration WHERE invitation_id = ANY($1)', [
    withdrawn.map(({ id }) => id),
  ]);
  await tx.manager.query(
    `UPDATE invitation SET state = 'active', withdrawn_at = NULL, invited_at = $2, sequence = sequence + 1,
            answer = NULL, answer_note = NULL, answer_channel = NULL, answered_at = NULL, to_confirm_again = false,
            in_place_of_id = NULL, registered_by_id = NULL, named_as = NULL, reserved_seat = false
      WHERE id = ANY($1)`,
    [withdrawn.map(({ id }) => id), now],
  );
}

async function giveReasons(
  tx: Tx,
  invitations: ReadonlyMap<Id, Invitation>,
  invitees: readonly Invitee[],
  now: Temporal.Instant,
): Promise<number> {
  const given = invitees.flatMap(({ personId, reasons }) =>
    reasons.map((reason) => ({ invitationId: invitations.get(personId)?.id, reason })),
  );
  const added: unknown[] = await tx.manager.query(
    `INSERT INTO invitation_reason (id, invitation_id, kind, reason_key, office_id, institution_id,
                                    as_deputy_for_id, given_at)
     SELECT given.*, $1
       FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::uuid[], $7::uuid[], $8::uuid[]) AS given
     ON CONFLICT ON CONSTRAINT uq_invitation_reason
        DO UPDATE SET ended_at = NULL, end_cause = NULL, given_at = excluded.given_at,
                      office_id = excluded.office_id, as_deputy_for_id = excluded.as_deputy_for_id
         WHERE invitation_reason.ended_at IS NOT NULL
            OR (invitation_reason.as_deputy_for_id IS NOT NULL AND excluded.as_deputy_for_id IS NULL)
     RETURNING id`,
    [
      now,
      given.map(() => newId()),
      given.map(({ invitationId }) => invitationId),
      given.map(({ reason }) => reason.kind),
      given.map(({ reason }) => reasonKeyOf(reason)),
      given.map(({ reason }) => reason.officeId),
      given.map(({ reason }) => reason.institutionId),
      given.map(({ reason }) => reason.asDeputyForId ?? null),
    ],
  );
  return added.length;
}

interface Asked {
  readonly meetingId: Id;
  /** Owner and hosts. */
  readonly institutionIds: readonly Id[];
  readonly invitationIds: readonly Id[];
}

async function tellOf(
  tx: Tx,
  { meetingId, institutionIds, invitationIds }: Asked,
  { actor, now }: InvitationContext,
): Promise<void> {
  await writeAudit(
    tx,
    invitationIds.map((subjectId) => ({
      at: now,
      actorPersonId: actor.personId,
      channel: actor.channel,
      action: 'invitation.send',
      subjectKind: 'invitation',
      subjectId,
      institutionIds,
      after: { meetingId },
      requestId: actor.requestId,
    })),
  );
  await recordFacts(
    tx,
    invitationIds.map((invitationId) => factOf(InvitationSent, { meetingId, invitationId }, now)),
  );
}
