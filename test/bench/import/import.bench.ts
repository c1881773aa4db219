import { systemActor } from '#access';
import { UnitOfWork } from '#database';
import { CheckImport, ConfirmImport, StartImport } from '#directory';
import { PostgresFileStore } from '#files';
import { newId } from '#kernel';
import { anInstitution } from '../../factories/directory.factory.js';
import { createTestDatabase } from '../../support/test-database.js';
import type { TestDatabase } from '../../support/test-database.js';
import { TestClock } from '../../support/test-clock.js';
import { PeakMemory } from './peak-memory.js';

/*
 * 20,000 people from a CSV: dry run, confirmation, and the same file again, held against bare multi-row inserts of the
 * same rows (person, address, audit entry, fact) by node-postgres in the same run.
 */

const PEOPLE = 20_000;
/** On a machine at rest; where others work as well, so many times the reference must do. */
const GOAL_SECONDS = 30;
const GOAL_TIMES = 5;
const GOAL_MEGABYTES = 300;
const ROWS_PER_INSERT = 500;

let database: TestDatabase;
let institutionId: string;
let clock: TestClock;
let starts: StartImport;
let checks: CheckImport;
let confirmed: ConfirmImport;

beforeAll(async () => {
  database = await createTestDatabase();
  clock = new TestClock();
  const work = new UnitOfWork(database.dataSource);
  const files = new PostgresFileStore();
  starts = new StartImport(work, files, clock);
  checks = new CheckImport(work, files, clock);
  confirmed = new ConfirmImport(work, files, clock, checks);
  institutionId = (await anInstitution(work.reader)).id;
}, 120_000);
afterAll(() => database.drop());

describe('importing 20,000 people', () => {
  it('takes its time and its memory', async () => {
    const bytes = Buffer.from(csv());
    const bare = await timed(() => insertBare());
    await database.dataSource.query('TRUNCATE person, person_address, audit_entry, fact CASCADE');

    const memory = new PeakMemory();
    const first = await importOnce(bytes);
    const again = await importOnce(bytes);
    const peak = memory.stop();

    const total = first.handIn + first.dryRun + first.write;
    print('bare multi-row inserts', bare, bare);
    print('handing in', first.handIn, bare);
    print('dry run', first.dryRun, bare);
    print('writing', first.write, bare);
    print('all of it', total, bare);
    print('the same file again', again.handIn + again.dryRun + again.write, bare);
    process.stdout.write(
      `  peak of this process beyond its start: ${peak.grown} MB (resident ${peak.resident} MB)\n`,
    );
    expect(first.counts).toEqual({ new: PEOPLE, changed: 0, unchanged: 0, linked: 0, wrong: 0 });
    expect(again.counts).toEqual({ new: 0, changed: 0, unchanged: PEOPLE, linked: 0, wrong: 0 });
    expect(total).toBeLessThan(Math.max(GOAL_SECONDS, bare * GOAL_TIMES));
    expect(peak.grown).toBeLessThan(GOAL_MEGABYTES);
  }, 300_000);
});

async function importOnce(bytes: Buffer) {
  const actor = systemActor();
  const state: { id: string; counts: unknown } = { id: '', counts: null };
  const handIn = await timed(async () => {
    const run = await starts.start(actor, { institutionId, kind: 'people', fileName: 'liste.csv', bytes });
    state.id = run.id;
  });
  const dryRun = await timed(async () => {
    const mapping = ['salutation', 'givenName', 'familyName', 'position', 'phone', 'email'] as const;
    await checks.work(await checks.ask(actor, state.id, mapping));
  });
  const [run] = await database.dataSource.query('SELECT counts FROM import_run WHERE id = $1', [state.id]);
  state.counts = run.counts;
  const write = await timed(async () =>
    confirmed.work(await confirmed.ask(actor, state.id, { leaveOutWrong: false })),
  );
  return { handIn, dryRun, write, counts: state.counts };
}

function csv(): string {
  const lines = Array.from(
    { length: PEOPLE },
    (_, index) =>
      `Frau;Vorname ${index};Nachname ${index % 5000};Leiterin;+49 341 ${index};person-${index}@firma.example`,
  );
  return ['Anrede;Vorname;Nachname;Position;Telefon;E-Mail', ...lines].join('\r\n');
}

/** The least that must be written, as multi-row inserts in one transaction. */
async function insertBare(): Promise<void> {
  const at = clock.now().toString();
  await database.dataSource.transaction(async (manager) => {
    for (let start = 0; start < PEOPLE; start += ROWS_PER_INSERT) {
      const ids = Array.from({ length: ROWS_PER_INSERT }, () => newId());
      const rows = (make: (id: string, index: number) => readonly unknown[]) =>
        multiRow(ids.map((id, index) => make(id, start + index)));
      const person = rows((id, n) => [
        id,
        institutionId,
        null,
        `Vorname ${n}`,
        `Nachname ${n % 5000}`,
        'frau',
        'Leiterin',
        `+49 341 ${n}`,
        'de',
        1,
        at,
        at,
      ]);
      await manager.query(
        `INSERT INTO person (id, home_institution_id, academic_title, given_name, family_name, salutation, position,
                             phone, language, version, created_at, changed_at) VALUES ${person.sql}`,
        person.values,
      );
      const address = rows((id, n) => [
        newId(),
        id,
        `person-${n}@firma.example`,
        `person-${n}@firma.example`,
        true,
        'ok',
      ]);
      await manager.query(
        `INSERT INTO person_address (id, person_id, address, address_folded, preferred, state) VALUES ${address.sql}`,
        address.values,
      );
      const entry = rows((id, n) => [
        newId(),
        at,
        'import',
        'person.create',
        'person',
        id,
        [institutionId],
        JSON.stringify({ after: { givenName: `Vorname ${n}`, familyName: `Nachname ${n % 5000}` } }),
      ]);
      await manager.query(
        `INSERT INTO audit_entry (id, at, channel, action, subject_kind, subject_id, institution_ids, personal)
         VALUES ${entry.sql}`,
        entry.values,
      );
      const fact = rows((id) => [newId(), 'PersonChanged', JSON.stringify({ personId: id }), at]);
      await manager.query(
        `INSERT INTO fact (id, type, payload, occurred_at) VALUES ${fact.sql}`,
        fact.values,
      );
    }
  });
}

function multiRow(rows: readonly (readonly unknown[])[]): { sql: string; values: unknown[] } {
  let parameter = 0;
  const sql = rows.map((row) => `(${row.map(() => `$${(parameter += 1)}`).join(', ')})`).join(', ');
  return { sql, values: rows.flat() };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

function print(what: string, seconds: number, bare: number): void {
  const rate = Math.round(PEOPLE / seconds);
  process.stdout.write(
    `  ${what.padEnd(26)} ${seconds.toFixed(2)} s, ${rate} rows/s, ${(seconds / bare).toFixed(1)} times the reference\n`,
  );
}
