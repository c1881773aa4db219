import type { Reader } from '#database';
import type { Id, Language } from '#kernel';
import { findKnownEntries } from '../mail/known-entries.js';
import { hasLeft } from './meeting-audience.js';
import type { Reached } from './meeting-audience.js';

/** Somebody who has a meeting in their calendar and hears of what becomes of it. */
export interface Told {
  readonly meetingId: Id;
  readonly personId: Id;
  readonly language: Language;
}

interface Row extends Told {
  readonly invitationId: Id;
  readonly state: Reached['state'];
}

/**
 * Who hears of changes of several meetings: whoever has had the invitation and can be reached; who declined only where
 * the meeting asks again. Two queries.
 */
export async function findTold(
  reader: Reader,
  meetings: readonly { readonly meetingId: Id; readonly asksAgain: boolean }[],
): Promise<readonly Told[]> {
  const asking = new Set(meetings.flatMap(({ meetingId, asksAgain }) => (asksAgain ? [meetingId] : [])));
  const rows: Row[] = await reader.manager.query(
    `SELECT invitation.meeting_id AS "meetingId", invitation.id AS "invitationId", person.id AS "personId",
            person.language, registration.state
       FROM invitation
       JOIN person ON person.id = invitation.person_id
       LEFT JOIN registration ON registration.invitation_id = invitation.id
      WHERE invitation.meeting_id = ANY($1) AND invitation.state = 'active'
        AND invitation.answer IS DISTINCT FROM 'substitute'
        AND EXISTS (SELECT FROM person_address WHERE person_id = person.id AND state = 'ok')
      ORDER BY invitation.id`,
    [meetings.map(({ meetingId }) => meetingId)],
  );
  const hearing = rows.filter(({ meetingId, state }) => asking.has(meetingId) || !hasLeft(state));
  const known = await findKnownEntries(
    reader,
    hearing.map(({ invitationId }) => invitationId),
  );
  return hearing
    .filter(({ invitationId }) => known.has(invitationId))
    .map(({ meetingId, personId, language }) => ({ meetingId, personId, language }));
}
