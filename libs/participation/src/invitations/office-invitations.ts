import type { Actor } from '#access';
import { writeAudit } from '#audit';
import type { Reader, Tx } from '#database';
import type { AudienceReason } from '#directory';
import type { Id, Temporal } from '#kernel';
import { listMeetingInstitutions } from '#meetings';
import type { Meeting } from '#meetings';
import { Invitation } from '../tables/invitation.entity.js';
import type { ReasonEnd } from '../tables/invitation-reason.entity.js';

/** An invitation to a meeting that is, or once was, because of one office. */
export interface OfficeInvitation {
  readonly invitation: Invitation;
  /** Whether the office is a reason now. */
  readonly isReason: boolean;
  /** Why it is none any more. */
  readonly endCause: ReasonEnd | null;
  /** Asked as a deputy of the office. */
  readonly isDeputy: boolean;
  /** Other reasons that keep the invitation alive. */
  readonly otherReasons: number;
}

type Row = Omit<OfficeInvitation, 'invitation'> & { readonly invitationId: Id };

/**
 * The meeting's invitations that the office is or was a reason for, in the order of ids, held FOR NO KEY UPDATE. The
 * caller has locked the meeting's row.
 */
export async function lockOfficeInvitations(
  tx: Tx,
  meetingId: Id,
  officeId: Id,
): Promise<readonly OfficeInvitation[]> {
  const rows: Row[] = await tx.manager.query(
    `SELECT invitation.id AS "invitationId",
            bool_or(reason.ended_at IS NULL) FILTER (WHERE reason.office_id = $2) AS "isReason",
            min(reason.end_cause) FILTER (WHERE reason.office_id = $2) AS "endCause",
            bool_and(reason.as_deputy_for_id IS NOT NULL) FILTER (WHERE reason.office_id = $2) AS "isDeputy",
            count(*) FILTER (WHERE reason.office_id IS DISTINCT FROM $2 AND reason.ended_at IS NULL)::int
              AS "otherReasons"
       FROM invitation
       JOIN invitation_reason AS reason ON reason.invitation_id = invitation.id
      WHERE invitation.meeting_id = $1
      GROUP BY invitation.id
     HAVING bool_or(reason.office_id = $2)`,
    [meetingId, officeId],
  );
  const invitations = await tx.manager
    .createQueryBuilder(Invitation, 'invitation')
    .setLock('for_no_key_update')
    .where('invitation.id = ANY(:ids)', { ids: rows.map(({ invitationId }) => invitationId) })
    .orderBy('invitation.id')
    .getMany();
  const byInvitation = new Map(rows.map((row) => [row.invitationId, row]));
  return invitations.flatMap((invitation) => {
    const row = byInvitation.get(invitation.id);
    return row === undefined ? [] : [{ ...row, invitation }];
  });
}

interface ReasonEnding {
  readonly meetingId: Id;
  readonly actor: Pick<Actor, 'personId' | 'channel' | 'requestId'>;
  readonly now: Temporal.Instant;
}

/** Ends the office as a reason of an invitation that others keep alive; the person hears nothing of it. */
export async function endOfficeReason(
  tx: Tx,
  invitationId: Id,
  officeId: Id,
  { meetingId, actor, now }: ReasonEnding,
): Promise<void> {
  await tx.manager.query(
    `UPDATE invitation_reason SET ended_at = $3, end_cause = 'office-left'
      WHERE invitation_id = $1 AND office_id = $2 AND ended_at IS NULL`,
    [invitationId, officeId, now],
  );
  await writeAudit(tx, [
    {
      at: now,
      actorPersonId: actor.personId,
      channel: actor.channel,
      action: 'invitation.end-reason',
      subjectKind: 'invitation',
      subjectId: invitationId,
      institutionIds: await listMeetingInstitutions(tx, meetingId),
      before: { officeId },
      after: { officeId: null },
      requestId: actor.requestId,
    },
  ]);
}

/** The published meetings that begin after the moment and for which the office was ever asked, by id. */
export async function findMeetingsAskingOffice(
  reader: Reader,
  officeId: Id,
  after: Temporal.Instant,
): Promise<readonly Id[]> {
  const rows: { id: Id }[] = await reader.manager.query(
    `SELECT DISTINCT meeting.id
       FROM invitation_reason AS reason
       JOIN invitation ON invitation.id = reason.invitation_id
       JOIN meeting ON meeting.id = invitation.meeting_id
      WHERE reason.office_id = $1 AND meeting.state = 'published' AND meeting.starts_at > $2
      ORDER BY meeting.id`,
    [officeId, after],
  );
  return rows.map(({ id }) => id);
}

/** As what the office is asked to the meeting: by itself, as member of a committee, as member of an institution. */
export async function findOfficeReasons(
  reader: Reader,
  meetingId: Id,
  officeId: Id,
): Promise<readonly AudienceReason[]> {
  return reader.manager.query(
    `SELECT DISTINCT reason.kind, reason.office_id AS "officeId", reason.institution_id AS "institutionId"
       FROM invitation
       JOIN invitation_reason AS reason ON reason.invitation_id = invitation.id
      WHERE invitation.meeting_id = $1 AND reason.office_id = $2 AND reason.as_deputy_for_id IS NULL
        AND (reason.ended_at IS NULL OR reason.end_cause = 'office-left')`,
    [meetingId, officeId],
  );
}

/**
 * Offices for which somebody is still invited who holds them neither today nor on the meeting's day: who comes instead
 * is decided by what follows from the change of hands, not by the audience.
 */
export async function findLeftOffices(
  reader: Reader,
  { id, startsLocal }: Pick<Meeting, 'id' | 'startsLocal'>,
  now: Temporal.Instant,
): Promise<ReadonlySet<Id>> {
  const rows: { officeId: Id }[] = await reader.manager.query(
    `SELECT DISTINCT reason.office_id AS "officeId"
       FROM invitation
       JOIN invitation_reason AS reason ON reason.invitation_id = invitation.id
       JOIN office ON office.id = reason.office_id
       JOIN institution ON institution.id = office.institution_id
      WHERE invitation.meeting_id = $1 AND invitation.state = 'active'
        AND reason.ended_at IS NULL AND reason.as_deputy_for_id IS NULL
        AND NOT EXISTS (
          SELECT FROM mandate
           WHERE mandate.office_id = office.id AND mandate.person_id = invitation.person_id
             AND daterange(mandate.valid_from, mandate.valid_until, '[]')
                 @> ANY(ARRAY[$2::date, ($3::timestamptz AT TIME ZONE institution.zone)::date]))`,
    [id, startsLocal.toPlainDate(), now],
  );
  return new Set(rows.map(({ officeId }) => officeId));
}
