import type { DataSource } from 'typeorm';
import type { Reader } from '#database';
import type { Institution } from '#directory';
import { newId } from '#kernel';
import type { Id } from '#kernel';
import { aMandate, aMembership, anInstitution, anOffice, aPerson } from '../factories/directory.factory.js';
import { aMeeting, anInvitation } from '../factories/meetings.factory.js';
import { multiplyRow, numberedId } from './multiply-rows.js';
import { testKeys } from './test-api.js';

/*
 * Any number of rows with everything that a list shows of them, by statements for thousands of rows. The first row is
 * the factory's, the others are copies of it with numbered ids.
 */

const institution = numberedId('institution', 'n');
const office = numberedId('office', 'n');
const person = numberedId('person', 'n');
const meeting = numberedId('meeting', 'n');

const begins = { valid_from: 'one.valid_from - n % 900' };
const later = (column: string) => `one.${column} + (n % 700) * interval '1 day'`;
const earlier = (column: string) => `one.${column} - (300 + n % 700) * interval '1 day'`;
const inOrder = `lpad(n::text, 6, '0')`;

/** Clusters. Returns the first. */
export async function manyInstitutions(reader: Reader, count: number): Promise<Institution> {
  const first = await anInstitution(reader, { sortName: 'Cluster 000001' });
  await copies(
    reader,
    'institution',
    { id: first.id, count },
    {
      slug: `'cluster-' || n`,
      sort_name: `'Cluster ' || ${inOrder}`,
    },
  );
  return first;
}

/** An institution with so many members; its id. */
export async function manyMembers(reader: Reader, count: number): Promise<Id> {
  const { id: memberId } = await manyInstitutions(reader, count);
  const { id, institutionId } = await aMembership(reader, { memberId });
  await copies(reader, 'membership', { id, count }, { member_id: institution });
  return institutionId;
}

/** An institution that is a member of so many; its id. */
export async function manyMemberships(reader: Reader, count: number): Promise<Id> {
  const { id: institutionId } = await manyInstitutions(reader, count);
  const { id, memberId } = await aMembership(reader, { institutionId });
  await copies(reader, 'membership', { id, count }, { institution_id: institution });
  return memberId;
}

/** An office with so many seats, each held by somebody; its id. */
export async function manyHolders(reader: Reader, count: number): Promise<Id> {
  const { id: personId } = await manyPeople(reader, count);
  const { id: officeId } = await anOffice(reader, { seats: count });
  const { id } = await aMandate(reader, { officeId, personId });
  await copies(reader, 'mandate', { id, count }, { person_id: person, seat: 'n', ...begins });
  return officeId;
}

/** Somebody with so many offices, each of another institution; the id. */
export async function manyHeldOffices(reader: Reader, count: number): Promise<Id> {
  const { id: institutionId } = await manyInstitutions(reader, count);
  const { id: officeId } = await anOffice(reader, { institutionId });
  await copies(reader, 'office', { id: officeId, count }, { institution_id: institution });
  const { id, personId } = await aMandate(reader, { officeId });
  await copies(reader, 'mandate', { id, count }, { office_id: office, ...begins });
  return personId;
}

/** Offices of as many institutions, each held by somebody. Returns the first institution's id. */
export async function manyOffices(reader: Reader, count: number): Promise<Id> {
  const { id: institutionId } = await manyInstitutions(reader, count);
  const { id: personId } = await manyPeople(reader, count);
  const first = await anOffice(reader, { institutionId });
  await copies(reader, 'office', { id: first.id, count }, { institution_id: institution });
  const mandate = await aMandate(reader, { officeId: first.id, personId });
  await copies(reader, 'mandate', { id: mandate.id, count }, { office_id: office, person_id: person });
  return institutionId;
}

/** People with an address each. Returns the first one's id. */
export async function manyPeople(reader: Reader, count: number): Promise<{ readonly id: Id }> {
  const first = await aPerson(reader, { familyName: 'Muster 000001', addresses: ['p1@firma.example'] });
  await copies(reader, 'person', { id: first.id, count }, { family_name: `'Muster ' || ${inOrder}` });
  const address = { table: 'person_address', where: `person_id = '${first.id}'`, until: count };
  await multiplyRow(sourceOf(reader), address, {
    person_id: person,
    address: `'p' || n || '@firma.example'`,
    address_folded: `'p' || n || '@firma.example'`,
  });
  return first;
}

/** Meetings to come and as many that are over, a few of them running, each with a host, an organiser and a guest. */
export async function manyMeetings(reader: Reader, count: number): Promise<void> {
  const organiser = await aPerson(reader);
  const first = await aMeeting(reader, { organiserId: organiser.id });
  await oneHost(reader, first.id, first.institutionId);
  const invited = await anInvitation(reader, testKeys, { meetingId: first.id, personId: organiser.id });
  await copies(reader, 'meeting', { id: first.id, count }, meetingAt(later));
  await hostsAndGuests(reader, { meetingId: first.id, invitationId: invited.id, count });
  const past = { table: 'meeting', where: `id = '${first.id}'`, until: count };
  await multiplyRow(sourceOf(reader), past, { id: numberedId('past meeting', 'n'), ...meetingAt(earlier) });
}

/** A meeting with so many people invited by their offices, each of whom has a seat and a mail; its id. */
export async function manyInvitations(reader: Reader, count: number): Promise<Id> {
  const { id: personId } = await manyPeople(reader, count);
  const { id: meetingId, institutionId } = await aMeeting(reader);
  const { id: officeId } = await anOffice(reader);
  const { id } = await anInvitation(reader, testKeys, { meetingId, personId });
  await copies(reader, 'invitation', { id, count }, { person_id: person, token_hash: `'hash ' || n` });
  const { manager } = reader;
  await manager.query(
    `INSERT INTO invitation_reason (id, invitation_id, kind, reason_key, office_id, institution_id, given_at)
     SELECT gen_random_uuid(), id, 'office', 'office:1', $1, $2, invited_at FROM invitation`,
    [officeId, institutionId],
  );
  await manager.query(
    `INSERT INTO registration (id, meeting_id, person_id, invitation_id, state, seats, arrival, decided_at)
     SELECT gen_random_uuid(), meeting_id, person_id, id, 'confirmed', 1, row_number() OVER (), invited_at FROM invitation`,
  );
  await manyMails(reader, count);
  await manager.query(
    `UPDATE outgoing_mail AS mail SET thread_id = invitation.id
       FROM invitation WHERE invitation.person_id = mail.person_id`,
  );
  return meetingId;
}

/** Mails of as many people about two meetings, all sent but a few that bounced. Returns the first meeting's id. */
export async function manyMails(reader: Reader, count: number): Promise<Id> {
  const [found]: { id: Id }[] = await reader.manager.query(
    `SELECT id FROM person WHERE family_name = 'Muster 000001'`,
  );
  const personId = (found ?? (await manyPeople(reader, count))).id;
  const { id: topicId } = await aMeeting(reader);
  await reader.manager.query(
    `INSERT INTO outgoing_mail (id, dedup_key, kind, state, language, address, person_id, topic_id, params, attempts, created_at, sent_at)
     SELECT ${numberedId('outgoing_mail', 'n')}, 'mail:' || n, 'meeting.invitation',
            CASE WHEN n % 4000 = 7 THEN 'bounced' ELSE 'sent' END, 'de', 'p' || n || '@firma.example',
            CASE n WHEN 1 THEN $1::uuid ELSE ${person} END, CASE n % 3 WHEN 0 THEN $2::uuid ELSE $3::uuid END,
            '{}', 1, timestamptz '2026-02-02T08:00Z', timestamptz '2026-02-02T08:01Z'
       FROM generate_series(1, $4::int) AS n`,
    [personId, topicId, newId(), count],
  );
  return topicId;
}

function meetingAt(moved: (column: string) => string): Readonly<Record<string, string>> {
  const columns = ['starts_at', 'ends_at', 'starts_local', 'ends_local'];
  return {
    slug: `'treffen-' || gen_random_uuid()`,
    ...Object.fromEntries(columns.map((column) => [column, moved(column)])),
  };
}

async function oneHost({ manager }: Reader, meetingId: Id, institutionId: Id): Promise<void> {
  await manager.insert('MeetingHost', { meetingId, institutionId, position: 0 });
}

async function hostsAndGuests(
  reader: Reader,
  { meetingId, invitationId, count }: { meetingId: Id; invitationId: Id; count: number },
): Promise<void> {
  const hosts = { table: 'meeting_host', where: `meeting_id = '${meetingId}'`, until: count };
  await multiplyRow(sourceOf(reader), hosts, { meeting_id: meeting });
  await copies(
    reader,
    'invitation',
    { id: invitationId, count },
    {
      meeting_id: meeting,
      token_hash: `'hash ' || n`,
    },
  );
}

function copies(
  reader: Reader,
  table: string,
  { id, count }: { readonly id: Id; readonly count: number },
  different: Readonly<Record<string, string>>,
): Promise<void> {
  return multiplyRow(sourceOf(reader), { table, where: `id = '${id}'`, until: count }, different);
}

function sourceOf({ manager }: Reader): DataSource {
  return manager.dataSource;
}
