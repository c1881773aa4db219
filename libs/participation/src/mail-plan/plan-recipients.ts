import type { Reader } from '#database';
import type { Id, Language, Temporal } from '#kernel';
import type { Meeting } from '#meetings';
import { JOIN_USABLE_ADDRESS } from '../mail/usable-address.sql.js';
import { OWN_ZONE } from '../reading/own-zone.sql.js';

/** Somebody who is invited and can be written to. */
export interface PlanRecipient {
  readonly invitationId: Id;
  readonly personId: Id;
  readonly language: Language;
  readonly address: string;
}

export interface PlanRecipients {
  readonly meetingId: Id;
  /**
   * `silent`: nobody has answered, or not since the meeting moved; `seated`: confirmed; `came`: present, or confirmed
   * while nobody has been marked; `invited`: everybody but who sends a
   * colleague.
   */
  readonly who: 'silent' | 'seated' | 'came' | 'invited';
  /** Whose clock is in one of these; null: whoever it is. */
  readonly zones: readonly string[] | null;
  /** The zone of whoever stands for no institution. */
  readonly meetingZone: string;
  /** Only who was invited before; null: whenever it was. */
  readonly invitedBefore: Temporal.Instant | null;
  /** Only these; null: all. */
  readonly among: readonly Id[] | null;
  /** In the order of invitations, after this one. */
  readonly after: Id | null;
  readonly limit: number;
}

const SEATED = `EXISTS (SELECT FROM registration
                        WHERE registration.invitation_id = invitation.id AND registration.state = 'confirmed')`;

const WHO = {
  silent: 'AND (invitation.answer IS NULL OR invitation.to_confirm_again)',
  seated: `AND ${SEATED}`,
  came: `AND CASE WHEN EXISTS (SELECT FROM attendance
                                WHERE attendance.meeting_id = invitation.meeting_id AND attendance.state IS NOT NULL)
                  THEN EXISTS (SELECT FROM attendance
                                WHERE attendance.meeting_id = invitation.meeting_id AND attendance.state = 'present'
                                  AND attendance.person_id = invitation.person_id)
                  ELSE ${SEATED} END`,
  invited: `AND invitation.answer IS DISTINCT FROM 'substitute'`,
};

/** A part of those a mail of the plan goes to, as they stand now; whoever bounced or has no address is left out. */
export async function findPlanRecipients(
  reader: Reader,
  { meetingId, who, zones, meetingZone, invitedBefore, among, after, limit }: PlanRecipients,
): Promise<readonly PlanRecipient[]> {
  return reader.manager.query(
    `SELECT invitation.id AS "invitationId", person.id AS "personId", person.language, usable.address
       FROM invitation
       JOIN person ON person.id = invitation.person_id
       ${JOIN_USABLE_ADDRESS}
      WHERE invitation.meeting_id = $1 AND invitation.state = 'active' ${WHO[who]}
        AND ($2::text[] IS NULL OR coalesce(${OWN_ZONE}, $3) = ANY($2))
        AND ($4::timestamptz IS NULL OR invitation.invited_at <= $4)
        AND ($5::uuid[] IS NULL OR invitation.id = ANY($5))
        AND ($6::uuid IS NULL OR invitation.id > $6)
      ORDER BY invitation.id LIMIT $7`,
    [meetingId, zones, meetingZone, invitedBefore, among, after, limit],
  );
}

/** The zones that the clocks of those invited are in, the meeting's own among them. */
export async function findZones(
  reader: Reader,
  { id, zone }: Pick<Meeting, 'id' | 'zone'>,
): Promise<readonly string[]> {
  const rows: { zone: string }[] = await reader.manager.query(
    `SELECT DISTINCT ${OWN_ZONE} AS zone FROM invitation
      WHERE invitation.meeting_id = $1 AND invitation.state = 'active'`,
    [id],
  );
  return [...new Set([zone, ...rows.flatMap((row) => row.zone ?? [])])];
}
