import type { Reader } from '#database';
import type { MergePair } from '#directory';
import type { Id, LocalizedText, Temporal } from '#kernel';
import { betterEntry } from './better-entry.rules.js';
import type { MeetingEntry } from './better-entry.rules.js';

export interface EntryRow extends MeetingEntry {
  readonly invitationId: Id;
  readonly personId: Id;
  readonly meetingId: Id;
  readonly title: LocalizedText;
  readonly startsLocal: Temporal.PlainDateTime;
}

/** A meeting to which both are invited, and which invitation is kept. */
export interface SharedMeeting {
  readonly kept: EntryRow;
  readonly lost: EntryRow;
}

/** Every invitation of the one who goes, and those of the other to the same meetings. One query, by meeting. */
export async function findEntries(reader: Reader, pair: MergePair): Promise<readonly EntryRow[]> {
  return reader.manager.query(
    `SELECT invitation.id AS "invitationId", invitation.person_id AS "personId",
            invitation.meeting_id AS "meetingId", invitation.state, invitation.answer,
            registration.state AS registration, registration.arrival::float8 AS arrival, meeting.title,
            meeting.starts_local AS "startsLocal"
       FROM invitation
       JOIN meeting ON meeting.id = invitation.meeting_id
       LEFT JOIN registration ON registration.invitation_id = invitation.id
      WHERE invitation.person_id = $2
         OR (invitation.person_id = $1
             AND invitation.meeting_id IN (SELECT meeting_id FROM invitation WHERE person_id = $2))
      ORDER BY invitation.meeting_id, (invitation.person_id = $1) DESC`,
    [pair.survivorId, pair.otherId],
  );
}

/** The meetings to which both are invited; of two invitations that are worth the same the survivor's is kept. */
export function sharedMeetings(entries: readonly EntryRow[]): readonly SharedMeeting[] {
  return [...Map.groupBy(entries, ({ meetingId }) => meetingId).values()].flatMap(([own, other]) => {
    if (own === undefined || other === undefined) return [];
    const kept = betterEntry(own, other);
    return [{ kept, lost: kept === own ? other : own }];
  });
}
