import type { PollInput } from '#contracts';
import type { Reader } from '#database';
import { newId, Temporal } from '#kernel';
import type { TokenKeys } from '#kernel';
import type { Poll, PollParticipant } from '#polls';
import { askingFor, holdersIn } from './audience.factory.js';
import { anInstitution, aPerson } from './directory.factory.js';

/*
 * Date polls as tests need them, written straight into the tables. Times fit a test clock that stands in March 2026.
 */

const madeAt = Temporal.Instant.from('2026-02-02T08:00:00Z');
const days = ['2026-04-14T10:00', '2026-04-16T10:00'];

/** A draft with two dates in April 2026, 10:00 to 12:00 in Berlin, until 31 March. */
export async function aPoll(reader: Reader, fields: Partial<Poll> = {}): Promise<Poll> {
  const poll: Poll = {
    id: newId(),
    institutionId: fields.institutionId ?? (await anInstitution(reader, { kind: 'network' })).id,
    title: { de: 'Austausch im Frühjahr', en: 'Exchange in spring' },
    description: null,
    zone: 'Europe/Berlin',
    lengthMinutes: 120,
    place: null,
    organiserId: null,
    audienceId: null,
    audienceRule: { include: [], exclude: [] },
    successors: 'on-the-day',
    newcomers: 'invite',
    copyToDeputies: false,
    deadlineLocal: Temporal.PlainDateTime.from('2026-03-31T18:00'),
    deadlineAt: Temporal.Instant.from('2026-03-31T16:00:00Z'),
    hidesNames: false,
    state: 'draft',
    movesMeetingId: null,
    meetingId: null,
    takenOptionId: null,
    decisionNote: null,
    remindedAt: null,
    version: 1,
    createdAt: madeAt,
    openedAt: null,
    changedAt: madeAt,
    ...fields,
  };
  await reader.manager.insert('Poll', { ...poll });
  for (const day of days) {
    const startsLocal = Temporal.PlainDateTime.from(day);
    await reader.manager.insert('PollOption', { id: newId(), pollId: poll.id, startsLocal, allDay: false });
  }
  return poll;
}

/** Somebody who is asked, with the token of their page. */
export async function aParticipant(
  reader: Reader,
  keys: TokenKeys,
  fields: Partial<PollParticipant> & Pick<PollParticipant, 'pollId'>,
): Promise<PollParticipant & { readonly token: string }> {
  const id = newId();
  const { token, hash, keyId } = keys.derive({ purpose: 'poll', rowId: id, generation: 1 });
  const participant: PollParticipant = {
    id,
    personId: fields.personId ?? (await aPerson(reader)).id,
    tokenHash: hash,
    tokenKeyId: keyId,
    tokenGeneration: 1,
    answeredAt: null,
    note: null,
    reminders: 0,
    askedAt: madeAt,
    ...fields,
  };
  await reader.manager.insert('PollParticipant', { ...participant });
  return { ...participant, token };
}

/** What a host sends to add a poll that asks the managers of a network's clusters. */
export function pollBody(
  networkId: string,
  fields: Partial<PollInput> = {},
): Partial<PollInput> & Pick<PollInput, 'institutionId'> {
  return {
    institutionId: networkId,
    title: { de: 'Austausch im Frühjahr', en: 'Exchange in spring' },
    asking: askingFor(holdersIn(networkId)),
    deadlineLocal: '2026-03-31T18:00',
    options: days.map((startsLocal) => ({ startsLocal, allDay: false })),
    ...fields,
  };
}
