import { noMails, ordinarySeating } from '#contracts';
import type { MeetingInput, Seating } from '#contracts';
import type { Reader } from '#database';
import { newId, Temporal } from '#kernel';
import type { TokenKeys } from '#kernel';
import type { Meeting } from '#meetings';
import type { Invitation } from '#participation';
import { anInstitution, aPerson } from './directory.factory.js';

/*
 * Meetings and invitations as tests need them, written straight into the tables. Times fit a test clock that stands
 * in March 2026.
 */

const madeAt = Temporal.Instant.from('2026-02-02T08:00:00Z');
/** A place of which nothing is said. */
export const nowhere = {
  name: null,
  room: null,
  street: null,
  postcode: null,
  city: null,
  land: null,
  directions: null,
  latitude: null,
  longitude: null,
};

/** Seats that come free are given at once, not offered. */
export const givenAtOnce: Seating = { ...ordinarySeating, offerHours: null };

/** A published, public meeting on 18 June 2026, 10:00 to 15:30 in Berlin. */
export async function aMeeting(reader: Reader, fields: Partial<Meeting> = {}): Promise<Meeting> {
  const id = fields.id ?? newId();
  const meeting: Meeting = {
    id,
    slug: `treffen-${id.slice(-12)}`,
    institutionId: fields.institutionId ?? (await anInstitution(reader, { kind: 'network' })).id,
    title: { de: 'Austausch der Clustermanager', en: 'Exchange of the cluster managers' },
    description: null,
    agenda: [],
    questions: [],
    seating: ordinarySeating,
    mailPlan: noMails,
    allDay: false,
    zone: 'Europe/Berlin',
    startsLocal: Temporal.PlainDateTime.from('2026-06-18T10:00'),
    endsLocal: Temporal.PlainDateTime.from('2026-06-18T15:30'),
    startsAt: Temporal.Instant.from('2026-06-18T08:00:00Z'),
    endsAt: Temporal.Instant.from('2026-06-18T13:30:00Z'),
    tzVersion: '2026a',
    place: nowhere,
    onlineUrl: null,
    organiserId: null,
    capacity: null,
    answerByLocal: null,
    answerByAt: null,
    visibility: 'public',
    state: 'published',
    revision: 0,
    lastArrival: 0,
    version: 1,
    createdAt: madeAt,
    changedAt: madeAt,
    publishedAt: madeAt,
    cancelledAt: null,
    ...fields,
  };
  await reader.manager.insert('Meeting', { ...meeting });
  return meeting;
}

/** What a host sends to add a meeting; the institution has to be given. */
export function meetingBody(
  fields: Partial<MeetingInput> & Pick<MeetingInput, 'institutionId'>,
): Partial<MeetingInput> {
  return {
    title: { de: 'Austausch der Clustermanager', en: 'Exchange of the cluster managers' },
    description: { de: 'Wir tauschen uns **offen** aus.', en: 'We speak **openly**.' },
    startsLocal: '2026-06-18T10:00',
    endsLocal: '2026-06-18T15:30',
    zone: 'Europe/Berlin',
    place: { ...nowhere, name: 'Solarvalley', street: 'Sonnenallee 1', postcode: '06766', city: 'Wolfen' },
    ...fields,
  };
}

/** An invitation that nobody has answered; its mail is not written. */
export async function anInvitation(
  reader: Reader,
  keys: TokenKeys,
  fields: Partial<Invitation> = {},
): Promise<Invitation & { readonly token: string }> {
  const id = fields.id ?? newId();
  const { token, hash, keyId } = keys.derive({ purpose: 'invitation', rowId: id, generation: 1 });
  const invitation: Invitation = {
    id,
    meetingId: fields.meetingId ?? (await aMeeting(reader)).id,
    personId: fields.personId ?? (await aPerson(reader)).id,
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
    invitedAt: madeAt,
    withdrawnAt: null,
    ...fields,
  };
  await reader.manager.insert('Invitation', { ...invitation });
  return { ...invitation, token };
}
