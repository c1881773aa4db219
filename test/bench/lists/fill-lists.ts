import type { DataSource } from 'typeorm';
import { UnitOfWork } from '#database';
import { anInstitution, aPerson } from '../../factories/directory.factory.js';
import { aMeeting } from '../../factories/meetings.factory.js';
import { multiplyRow, numberedId } from '../../support/multiply-rows.js';

const at = `timestamptz '2026-02-02T08:00Z'`;
const inOrder = `lpad((n::bigint * 7919 % 1000003)::text, 7, '0')`;
const BRANCHES = [
  'Chemie',
  'Optik',
  'Logistik',
  'Medizintechnik',
  'Holz',
  'Kunststoff',
  'Wasserstoff',
  'Software',
];

/**
 * So many rows of each table that the console's lists show, by a statement each: people, clusters with a branch,
 * meetings, rights given by name, entries of the log and mails. Without what lies beside them, such as addresses:
 * a page asks for those of its own rows by an index.
 */
export async function fillLists(dataSource: DataSource, rows: number): Promise<void> {
  const { reader } = new UnitOfWork(dataSource);
  const person = await aPerson(reader);
  const institution = await anInstitution(reader, { field: { de: 'Chemie' } });
  const meeting = await aMeeting(reader, { institutionId: institution.id });
  const copies = (table: string, id: string, different: Readonly<Record<string, string>>) =>
    unindexed(dataSource, table, () =>
      multiplyRow(dataSource, { table, where: `id = '${id}'`, until: rows }, different),
    );
  await copies('person', person.id, { family_name: `'Muster ' || ${inOrder}` });
  await copies('institution', institution.id, {
    slug: `'cluster-' || n`,
    sort_name: `'Cluster ' || ${inOrder}`,
    field: `jsonb_build_object('de', ('{${BRANCHES.join(',')}}'::text[])[1 + n % ${BRANCHES.length}] || ' ' || n)`,
  });
  await copies('meeting', meeting.id, {
    slug: `'treffen-' || n`,
    ...Object.fromEntries(
      ['starts_at', 'ends_at', 'starts_local', 'ends_local'].map((column) => [
        column,
        `one.${column} + (n % 2000 - 1000) * interval '1 day' + n % 600 * interval '1 minute'`,
      ]),
    ),
  });
  await unindexed(dataSource, 'role_grant', () => insertRights(dataSource, institution.id, rows));
  await unindexed(dataSource, 'audit_entry', () => insertEntries(dataSource, institution.id, rows));
  await unindexed(dataSource, 'outgoing_mail', () => insertMails(dataSource, rows));
  await dataSource.query('ANALYZE');
}

async function insertRights(dataSource: DataSource, institutionId: string, rows: number): Promise<void> {
  await dataSource.query(
    `INSERT INTO role_grant (id, person_id, institution_id, role, valid_from)
     SELECT gen_random_uuid(), ${numberedId('person', 'n')}, $1, 'assistant', date '2026-01-01' FROM generate_series(2, $2::int) AS n`,
    [institutionId, rows],
  );
}

async function insertEntries(dataSource: DataSource, institutionId: string, rows: number): Promise<void> {
  await dataSource.query(
    `INSERT INTO audit_entry (id, at, channel, action, subject_kind, subject_id, institution_ids)
     SELECT gen_random_uuid(), ${at} + n * interval '2 seconds', 'web', 'person.change', 'person',
            ${numberedId('person', 'n')}, ARRAY[$1::uuid] FROM generate_series(2, $2::int) AS n`,
    [institutionId, rows],
  );
}

async function insertMails(dataSource: DataSource, rows: number): Promise<void> {
  await dataSource.query(
    `INSERT INTO outgoing_mail (id, dedup_key, kind, state, language, address, person_id, params, attempts, created_at, sent_at)
     SELECT ${numberedId('outgoing_mail', 'n')}, 'mail:' || n, 'meeting.invitation',
            CASE WHEN n % 100 = 7 THEN 'bounced' ELSE 'sent' END, 'de', 'p' || n || '@firma.example',
            ${numberedId('person', 'n')}, '{}', 1, ${at}, ${at} FROM generate_series(2, $1::int) AS n`,
    [rows],
  );
}

/** Takes the table's indexes away while it is filled, and its triggers; what is constrained stays. */
async function unindexed(dataSource: DataSource, table: string, fill: () => Promise<void>): Promise<void> {
  const indexes: { name: string; definition: string }[] = await dataSource.query(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes
      WHERE tablename = $1 AND indexname NOT IN (SELECT conname FROM pg_constraint)`,
    [table],
  );
  for (const { name } of indexes) await dataSource.query(`DROP INDEX ${name}`);
  await dataSource.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await fill();
  await dataSource.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  // ONLY is what PostgreSQL says of a partitioned table; its partitions have theirs by it.
  for (const { definition } of indexes) await dataSource.query(definition.replace(' ON ONLY ', ' ON '));
}
