import type { Reader } from '#database';
import { newId } from '#kernel';
import type { Id } from '#kernel';
import { anOffice } from '../../factories/directory.factory.js';
import { aMeeting } from '../../factories/meetings.factory.js';
import { manyInstitutions, manyPeople } from '../../support/many-rows.js';
import { multiplyRow, numberedId } from '../../support/multiply-rows.js';
import { testKeys } from '../../support/test-api.js';

const PER_MEETING = 100;
const PER_PERSON = 20;
const moved = (column: string) => `one.${column} + (n % 100 - 50) * interval '10 days'`;

/**
 * Fills an empty instance with so many registrations: a hundred at each meeting, each by an invitation with a reason and
 * a mail. Half of the meetings are to come; twenty registrations make a person. Returns the first meeting's id.
 */
export async function fillWithRegistrations(reader: Reader, registrations: number): Promise<Id> {
  await manyPeople(reader, registrations / PER_PERSON);
  await reader.manager.query(
    'CREATE TABLE guest AS SELECT id, row_number() OVER () - 1 AS place FROM person',
  );
  await reader.manager.query('ALTER TABLE guest ADD PRIMARY KEY (place)');
  const { id: institutionId } = await manyInstitutions(reader, PER_MEETING);
  const meetingId = await addMeetings(reader, institutionId, registrations / PER_MEETING);
  await addInvitations(reader, registrations);
  await addWhatFollows(reader, await anOffice(reader, { institutionId }));
  await reader.manager.query('VACUUM ANALYZE');
  return meetingId;
}

async function addMeetings(reader: Reader, institutionId: Id, count: number): Promise<Id> {
  const { id } = await aMeeting(reader, { institutionId });
  const source = reader.manager.dataSource;
  const columns = ['starts_at', 'ends_at', 'starts_local', 'ends_local'];
  await multiplyRow(
    source,
    { table: 'meeting', where: `id = '${id}'`, until: count },
    {
      slug: `'treffen-' || n`,
      ...Object.fromEntries(columns.map((column) => [column, moved(column)])),
    },
  );
  await source.query(
    'INSERT INTO meeting_host (meeting_id, institution_id, position) SELECT id, institution_id, 0 FROM meeting',
  );
  return id;
}

async function addInvitations({ manager }: Reader, count: number): Promise<void> {
  const { keyId } = testKeys.derive({ purpose: 'invitation', rowId: newId(), generation: 1 });
  await manager.query(
    `INSERT INTO invitation (id, meeting_id, person_id, state, token_hash, token_key_id, token_generation, sequence,
                             answer, answer_channel, answered_at, to_confirm_again, invited_at)
     SELECT ${numberedId('invitation', 'n')}, meeting.id, guest.id, 'active', 'hash ' || n, $2, 1, 0,
            'yes', 'web', '2026-02-02Z', false, '2026-02-02Z'
       FROM (SELECT id, row_number() OVER () - 1 AS place FROM meeting) AS meeting
      CROSS JOIN generate_series(0, ${PER_MEETING - 1}) AS seat
      CROSS JOIN LATERAL (SELECT meeting.place * ${PER_MEETING} + seat AS n) AS numbered
       JOIN guest ON guest.place = n % ($1::int / ${PER_PERSON})`,
    [count, keyId],
  );
}

async function addWhatFollows({ manager }: Reader, office: { id: Id; institutionId: Id }): Promise<void> {
  await manager.query(
    `INSERT INTO invitation_reason (id, invitation_id, kind, reason_key, office_id, institution_id, given_at)
     SELECT gen_random_uuid(), id, 'office', 'office:1', $1, $2, invited_at FROM invitation`,
    [office.id, office.institutionId],
  );
  await manager.query(
    `INSERT INTO registration (id, meeting_id, person_id, invitation_id, state, seats, arrival, decided_at)
     SELECT gen_random_uuid(), meeting_id, person_id, id, 'confirmed', 1,
            row_number() OVER (PARTITION BY meeting_id), invited_at FROM invitation`,
  );
  await manager.query(
    `INSERT INTO outgoing_mail (id, dedup_key, kind, state, language, address, person_id, topic_id, thread_id, params,
                                attempts, created_at, sent_at)
     SELECT id, 'mail:' || id, 'meeting.invitation', 'sent', 'de', 'gast@firma.example', person_id, meeting_id, id, '{}',
            1, invited_at, invited_at FROM invitation`,
  );
}
