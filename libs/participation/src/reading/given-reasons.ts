import type { Reader } from '#database';
import type { AudiencePerson } from '#directory';
import { reasonKeyOf } from '#directory';
import type { InvitationsPreviewDto } from '#contracts';
import type { Id } from '#kernel';

export type Effect = InvitationsPreviewDto['items'][number]['effect'];

/** How somebody with an invitation to a meeting stands: for which reasons they are and were asked. */
interface Given {
  readonly state: 'active' | 'withdrawn';
  /** Keys of the reasons that hold. */
  readonly holding: ReadonlySet<string>;
  /** Keys of all reasons there ever were. */
  readonly ever: ReadonlySet<string>;
}

/** By person with an invitation to the meeting. */
export type GivenReasons = ReadonlyMap<Id, Given>;

/** Who is or was invited to the meeting, and why. One query. */
export async function findGivenReasons(reader: Reader, meetingId: Id): Promise<GivenReasons> {
  const rows: { personId: Id; state: Given['state']; holding: string[] | null; ever: string[] | null }[] =
    await reader.manager.query(
      `SELECT invitation.person_id AS "personId", invitation.state,
              array_agg(reason.reason_key) FILTER (WHERE reason.ended_at IS NULL AND reason.id IS NOT NULL) AS holding,
              array_agg(reason.reason_key) FILTER (WHERE reason.id IS NOT NULL) AS ever
         FROM invitation LEFT JOIN invitation_reason AS reason ON reason.invitation_id = invitation.id
        WHERE invitation.meeting_id = $1
        GROUP BY invitation.person_id, invitation.state`,
      [meetingId],
    );
  return new Map(
    rows.map(({ personId, state, holding, ever }) => [
      personId,
      { state, holding: new Set(holding), ever: new Set(ever) },
    ]),
  );
}

/** What inviting does for the person. Pure. */
export function effectOn(person: AudiencePerson, known: GivenReasons): Effect {
  if (person.address === null) return 'no-address';
  const given = known.get(person.personId);
  if (given === undefined) return 'invite';
  if (given.state === 'withdrawn') return 'invite-again';
  return person.reasons.every((reason) => given.holding.has(reasonKeyOf(reason))) ? 'none' : 'add-reason';
}
