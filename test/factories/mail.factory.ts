import type { Reader } from '#database';
import { newId, Temporal } from '#kernel';

const at = Temporal.Instant.from('2026-02-02T08:00:00Z');

/** An invitation that has left the house, with its words; gives its id. */
export async function aSentMail(reader: Reader, { topicId }: { readonly topicId: string }): Promise<string> {
  const id = newId();
  await reader.manager.insert('OutgoingMail', {
    id,
    dedupKey: id,
    kind: 'invitation',
    state: 'sent',
    language: 'de',
    address: `${id}@firma.example`,
    personId: null,
    topicId,
    threadId: null,
    sequence: null,
    params: {},
    attempts: 1,
    createdAt: at,
    claimedUntil: null,
    sentAt: at,
    lastError: null,
  });
  const content = { subject: 'Einladung', text: 'Guten Tag', html: '<p>Guten Tag</p>' };
  await reader.manager.insert('OutgoingMailContent', {
    ...content,
    mailId: id,
    createdAt: at,
    calendar: null,
    response: null,
  });
  return id;
}
