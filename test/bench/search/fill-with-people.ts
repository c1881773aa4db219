import type { DataSource } from 'typeorm';
import { UnitOfWork } from '#database';
import { aMeeting } from '../../factories/meetings.factory.js';
import { multiplyRow } from '../../support/multiply-rows.js';

const GIVEN = 'Anna Kim Änne Jörg Peter Sabine Jürgen Ute Mehmet Zoë Lukas Marie Björn Käthe Ali Eva'.split(
  ' ',
);
const FIRST =
  'Al An Bau Be Beis Brau Dör El Fi Fran Ger Groß Hart Hoff Ja Jä Kai Köh Kra Lan Leh Mey Mül Neu Ot Pe Pfei Rich Röh Sa Schmi Schnei Schul Stei Tho Ul Vo Wag We Zim'.split(
    ' ',
  );
const SECOND = 'ler dt der scher ber er ner cker ze mann piel stein hauer feld ke mer se ten ger rich'.split(
  ' ',
);
const THIRD = [
  '',
  '',
  '',
  'ing',
  'hausen',
  '-Lüdenscheidt',
  '-Öztürk',
  'berg',
  'thal',
  'bach',
  'ow',
  'ski',
  'sen',
];

/**
 * Fills an empty database, in a few statements: 1,000 institutions with an office each, people with an address, at home
 * in one of them, mandates, acquaintances and meetings. Returns the institutions' ids in their order.
 */
export async function fillWithPeople(
  dataSource: DataSource,
  { people, mandates, meetings }: Readonly<Record<'people' | 'mandates' | 'meetings', number>>,
): Promise<readonly string[]> {
  await dataSource.query('SELECT setseed(0.5)');
  const rows: { id: string }[] = await dataSource.query(
    `INSERT INTO institution (id, kind, slug, name, sort_name, zone, main_language, version, created_at, changed_at)
     SELECT gen_random_uuid(), 'cluster', 'cluster-' || n, jsonb_build_object('de', 'Cluster ' || n), 'Cluster ' || n,
            'Europe/Berlin', 'de', 1, '2026-01-01Z', '2026-01-01Z'
       FROM generate_series(1, 1000) AS n RETURNING id`,
  );
  const institutions = rows.map(({ id }) => id);
  await dataSource.query(
    `INSERT INTO office (id, institution_id, kind, name, seats, version, created_at)
     SELECT gen_random_uuid(), id, 'other', '{"de": "Amt"}', 100, 1, '2026-01-01Z' FROM unnest($1::uuid[]) AS id`,
    [institutions],
  );
  await insertPeople(dataSource, institutions, people);
  await dataSource.query(
    `INSERT INTO mandate (id, office_id, seat, person_id, valid_from)
     SELECT gen_random_uuid(), office.id, 1 + n / 1000, person.id, '2026-01-01'
       FROM (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM person LIMIT $1) AS person
       JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place FROM office) AS office ON place = n % 1000`,
    [mandates],
  );
  await dataSource.query(
    `INSERT INTO acquaintance (institution_id, person_id, since)
     SELECT ($1::uuid[])[1 + floor(random() * 1000)::int], id, '2026-01-01Z' FROM person WHERE random() < 0.5`,
    [institutions],
  );
  await insertMeetings(dataSource, institutions, meetings);
  await dataSource.query('VACUUM ANALYZE');
  return institutions;
}

async function insertPeople(
  dataSource: DataSource,
  institutions: readonly string[],
  count: number,
): Promise<void> {
  await dataSource.query(
    `INSERT INTO person (id, home_institution_id, given_name, family_name, salutation, language, version,
                         created_at, changed_at)
     SELECT gen_random_uuid(), ($1::uuid[])[1 + floor(random() * 1000)::int], ${pick('$2', GIVEN.length)},
            ${pick('$3', FIRST.length)} || ${pick('$4', SECOND.length)} || ${pick('$5', THIRD.length)},
            'none', 'de', 1, '2026-01-01Z', '2026-01-01Z'
       FROM generate_series(1, $6::int)`,
    [institutions, GIVEN, FIRST, SECOND, THIRD, count],
  );
  await dataSource.query(
    `INSERT INTO person_address (id, person_id, address, address_folded, preferred, state)
     SELECT gen_random_uuid(), id, 'person-' || n || '@firma-' || n % 5000 || '.example',
            'person-' || n || '@firma-' || n % 5000 || '.example', true, 'ok'
       FROM (SELECT id, row_number() OVER () AS n FROM person) AS numbered`,
  );
}

/** By turns of the institutions, called by what they are about and by whom: "Energietag Mülscher 17". */
async function insertMeetings(
  dataSource: DataSource,
  institutions: readonly string[],
  count: number,
): Promise<void> {
  const { id } = await aMeeting(new UnitOfWork(dataSource).reader, { institutionId: institutions[0] ?? '' });
  const about = [
    'Energie',
    'Chemie',
    'Werkstoff',
    'Wasserstoff',
    'Logistik',
    'Medizin',
    'Mobilitäts',
    'Optik',
  ];
  await multiplyRow(
    dataSource,
    { table: 'meeting', where: `id = '${id}'`, until: count },
    {
      slug: `'treffen-' || n`,
      institution_id: `('{${institutions.join(',')}}'::uuid[])[1 + n % ${institutions.length}]`,
      title: `jsonb_build_object('de', ${one(about, 1)} || 'tag ' || ${one(FIRST, 8)} || ${one(SECOND, 320)} || ' ' || n)`,
      starts_at: `one.starts_at + n * interval '1 hour'`,
      ends_at: `one.ends_at + n * interval '1 hour'`,
    },
  );
}

function pick(list: string, size: number): string {
  return `(${list}::text[])[1 + floor(random() * ${size})::int]`;
}

/** A word of the list, by turns of so many rows. */
const one = (list: readonly string[], step: number) =>
  `('{${list.map((word) => `"${word}"`).join(',')}}'::text[])[1 + n / ${step} % ${list.length}]`;
