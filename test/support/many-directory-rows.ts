import type { Reader } from '#database';
import { newId } from '#kernel';
import type { Id } from '#kernel';
import { anAudience, aTag } from '../factories/audience.factory.js';
import { anInstitution } from '../factories/directory.factory.js';
import { anImportedCalendar } from '../factories/imported-calendar.factory.js';
import { manyPeople } from './many-rows.js';
import { multiplyRow } from './multiply-rows.js';

/* As in many-rows.ts: what institutions and people have beside themselves. */

const inOrder = `lpad(n::text, 6, '0')`;
const at = `timestamptz '2026-02-02T08:00Z'`;

/** Tags that one institution keeps. */
export async function manyTags(reader: Reader, count: number): Promise<void> {
  const { id } = await aTag(reader);
  await copies(reader, { table: 'tag', id, count }, { name: `'Schlagwort ' || ${inOrder}` });
}

/** Calendars of others, kept by the instance. */
export async function manyImportedCalendars(reader: Reader, count: number): Promise<void> {
  const { id } = await anImportedCalendar(reader);
  await copies(reader, { table: 'imported_calendar', id, count }, { sort_name: `'Kalender ' || ${inOrder}` });
}

/** Saved audiences. */
export async function manyAudiences(reader: Reader, count: number): Promise<void> {
  const { id } = await anAudience(reader, { rule: { include: [], exclude: [] } });
  await copies(reader, { table: 'audience', id, count }, { sort_name: `'Verteiler ' || ${inOrder}` });
}

/** Pairs of people who may be one. */
export async function manyDuplicates(reader: Reader, count: number): Promise<void> {
  await manyPeople(reader, 2 * count);
  await reader.manager.query(
    `INSERT INTO duplicate (id, first_id, second_id, score, reasons, state, found_at)
     SELECT gen_random_uuid(), least(id, next_id), greatest(id, next_id), 50 + n % 50, '{name}', 'open', ${at}
       FROM (SELECT id, lead(id) OVER (ORDER BY id) AS next_id, row_number() OVER (ORDER BY id) AS n FROM person
              WHERE family_name LIKE 'Muster %') AS pair
      WHERE n % 2 = 1`,
  );
}

/** Open proposals for as many people, made by whoever signs in. */
export async function manyProposals(reader: Reader, count: number): Promise<void> {
  await manyPeople(reader, count);
  await reader.manager.query(
    `INSERT INTO person_proposal (id, person_id, proposer_id, patch, state, proposed_at)
     SELECT gen_random_uuid(), person.id, login.person_id, '{"position": "Leitung"}', 'open', ${at}
       FROM person, login WHERE family_name LIKE 'Muster %'`,
  );
}

/** An import whose dry run has been through so many rows; its id. */
export async function manyImportRows(reader: Reader, count: number): Promise<Id> {
  const id = newId();
  const { id: institutionId } = await anInstitution(reader);
  await reader.manager.query(
    `INSERT INTO import_run (id, kind, institution_id, file_name, columns, mapping, mapping_remembered, state, rows,
                             fingerprint, created_at)
     VALUES ($1, 'people', $2, 'personen.csv', '[]', '[]', false, 'checked', $3, 'known', ${at})`,
    [id, institutionId, count],
  );
  await reader.manager.query(
    `INSERT INTO import_row (import_id, row, state, name, changes, problems)
     SELECT $1, n + 1, CASE WHEN n % 4000 = 7 THEN 'wrong' ELSE 'new' END, 'Muster ' || n, '[]', '[]'
       FROM generate_series(1, $2::int) AS n`,
    [id, count],
  );
  return id;
}

function copies(
  { manager }: Reader,
  { table, id, count }: { readonly table: string; readonly id: Id; readonly count: number },
  different: Readonly<Record<string, string>>,
): Promise<void> {
  return multiplyRow(manager.dataSource, { table, where: `id = '${id}'`, until: count }, different);
}
