import type { AuthorizedScope } from '#access';
import type { MessageDto } from '#contracts';
import type { Reader } from '#database';
import { displayName, findPeople } from '#directory';
import type { Id } from '#kernel';
import { getMeeting } from '#meetings';
import { MeetingMessage } from '../tables/meeting-message.entity.js';

const MOST_MESSAGES = 50;

interface Row {
  readonly messageId: Id;
  readonly personId: Id;
  readonly mail: string | null;
}

/** What was written to whom, newest first, with a fixed number of queries. Throws `meeting.not-found`. */
export async function listMessages(
  reader: Reader,
  scope: AuthorizedScope,
  meetingId: Id,
): Promise<readonly MessageDto[]> {
  await getMeeting(reader, scope, meetingId);
  const messages = await reader.manager.find(MeetingMessage, {
    where: { meetingId },
    order: { id: 'DESC' },
    take: MOST_MESSAGES,
  });
  const rows = await findRecipients(
    reader,
    messages.map(({ id }) => id),
  );
  const people = await findPeople(reader, [
    ...rows.map(({ personId }) => personId),
    ...messages.flatMap(({ writtenBy }) => writtenBy ?? []),
  ]);
  const named = (id: Id) => {
    const person = people.get(id);
    return { id, name: person === undefined ? '' : displayName(person) };
  };
  const byMessage = Map.groupBy(rows, ({ messageId }) => messageId);
  return messages.map(({ id, subject, text, writtenBy, writtenAt }) => ({
    id,
    subject,
    text,
    writtenBy: writtenBy === null ? null : named(writtenBy),
    writtenAt: writtenAt.toString(),
    people: (byMessage.get(id) ?? []).map(({ personId, mail }) => ({ person: named(personId), mail })),
  }));
}

async function findRecipients(reader: Reader, messageIds: readonly Id[]): Promise<readonly Row[]> {
  return reader.manager.query(
    `SELECT recipient.message_id AS "messageId", person.id AS "personId", mail.state AS mail
       FROM meeting_message_recipient AS recipient
       JOIN invitation ON invitation.id = recipient.invitation_id
       JOIN person ON person.id = invitation.person_id
       LEFT JOIN outgoing_mail AS mail
         ON mail.dedup_key = 'message:' || recipient.message_id || ':' || recipient.invitation_id
      WHERE recipient.message_id = ANY($1)
      ORDER BY person.family_name, person.given_name, person.id`,
    [messageIds],
  );
}
