import { Injectable } from '@nestjs/common';
import { writeAudit } from '#audit';
import type { Reader, Tx } from '#database';
import { findDeputies, findPeople } from '#directory';
import type { Id } from '#kernel';
import { listMeetingInstitutions } from '#meetings';
import type { Meeting } from '#meetings';
import { InvitePeople } from '../invitations/invite-people.js';
import type { InvitationContext, Invitee } from '../invitations/invite-people.js';
import { chooseDeputies } from './choose-deputies.js';
import type { AskedPerson, ChosenDeputy, DeputyChoice, SilentOffice } from './choose-deputies.js';

/** Invites whoever stands in for the holders of offices. */
@Injectable()
export class AskDeputies {
  constructor(private readonly invitePeople: InvitePeople) {}

  /**
   * Invites deputies for these invitations of a meeting whose row is locked: for each office the first in rank on the
   * meeting's day who can be reached. Nobody is asked twice, so that it may run again. A handful of queries.
   */
  async ask(
    tx: Tx,
    meeting: Meeting,
    invitationIds: readonly Id[],
    context: InvitationContext,
  ): Promise<DeputyChoice> {
    const silent = await findSilentOffices(tx, invitationIds);
    const officeIds = [...new Set(silent.map(({ officeId }) => officeId))];
    const deputies = await findReachableDeputies(tx, meeting, officeIds);
    const choice = chooseDeputies(silent, deputies, await findAsked(tx, meeting.id, officeIds));
    await this.invitePeople.invite(tx, meeting, inviteesOf(choice.chosen), context);
    await audit(tx, meeting.id, choice.chosen, context);
    return choice;
  }
}

async function findSilentOffices(tx: Tx, invitationIds: readonly Id[]): Promise<readonly SilentOffice[]> {
  return tx.manager.query(
    `SELECT invitation.id AS "invitationId", reason.office_id AS "officeId",
            reason.institution_id AS "institutionId",
            coalesce(reason.as_deputy_for_id, invitation.person_id) AS "holderId"
       FROM invitation
       JOIN invitation_reason AS reason ON reason.invitation_id = invitation.id
      WHERE invitation.id = ANY($1) AND reason.ended_at IS NULL AND reason.office_id IS NOT NULL
      ORDER BY invitation.id, reason.id`,
    [invitationIds],
  );
}

async function findReachableDeputies(
  reader: Reader,
  meeting: Meeting,
  officeIds: readonly Id[],
): Promise<ReadonlyMap<Id, readonly Id[]>> {
  const day = meeting.startsLocal.toPlainDate();
  const deputies = await findDeputies(
    reader,
    officeIds.map((officeId) => ({ officeId, day })),
  );
  const ids = [...deputies.values()].flat().map(({ person }) => person.id);
  const people = await findPeople(reader, [...new Set(ids)]);
  const isReachable = (id: Id) => (people.get(id)?.address ?? null) !== null;
  return new Map(
    [...deputies].map(([officeId, own]) => [
      officeId,
      own.map(({ person }) => person.id).filter(isReachable),
    ]),
  );
}

async function findAsked(
  reader: Reader,
  meetingId: Id,
  officeIds: readonly Id[],
): Promise<readonly AskedPerson[]> {
  return reader.manager.query(
    `SELECT invitation.person_id AS "personId", reason.office_id AS "officeId",
            reason.as_deputy_for_id AS "asDeputyForId",
            (invitation.state = 'withdrawn' OR reason.ended_at IS NOT NULL OR coalesce(invitation.answer IN ('no', 'substitute'), false)
             OR EXISTS (SELECT FROM outgoing_mail AS mail
                         WHERE mail.thread_id = invitation.id AND mail.state IN ('failed', 'bounced'))) AS "isLost"
       FROM invitation
       JOIN invitation_reason AS reason ON reason.invitation_id = invitation.id
      WHERE invitation.meeting_id = $1 AND reason.office_id = ANY($2)
      ORDER BY reason.id`,
    [meetingId, officeIds],
  );
}

/** Each deputy once, with every office. */
function inviteesOf(chosen: readonly ChosenDeputy[]): readonly Invitee[] {
  const byDeputy = Map.groupBy(chosen, ({ deputyId }) => deputyId);
  return [...byDeputy].map(([personId, own]) => ({
    personId,
    reasons: own.map(({ silent: { officeId, institutionId, holderId } }) => ({
      kind: 'office' as const,
      officeId,
      institutionId,
      asDeputyForId: holderId,
    })),
  }));
}

async function audit(
  tx: Tx,
  meetingId: Id,
  chosen: readonly ChosenDeputy[],
  { actor, now }: InvitationContext,
): Promise<void> {
  const institutionIds = await listMeetingInstitutions(tx, meetingId);
  await writeAudit(
    tx,
    chosen.map(({ silent: { invitationId, officeId }, deputyId }) => ({
      at: now,
      actorPersonId: actor.personId,
      channel: actor.channel,
      action: 'invitation.ask-deputy',
      subjectKind: 'invitation',
      subjectId: invitationId,
      institutionIds,
      after: { officeId, deputyId },
      requestId: actor.requestId,
    })),
  );
}
