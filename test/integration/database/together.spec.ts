import { together, UnitOfWork } from '#database';
import type { Tx } from '#database';
import { eventually } from '../../support/eventually.js';
import { createTestDatabase } from '../../support/test-database.js';
import type { TestDatabase } from '../../support/test-database.js';

let database: TestDatabase;
let unitOfWork: UnitOfWork;
beforeAll(async () => {
  database = await createTestDatabase();
  unitOfWork = new UnitOfWork(database.dataSource);
  await database.dataSource.query('CREATE TABLE written (turns int PRIMARY KEY)');
});
afterAll(() => database.drop());

const fails = (tx: Tx): Promise<unknown> => tx.manager.query('SELECT 1 / 0');

/** Reads, does something else for so many turns of the event loop's queue, and writes. */
async function readAndWrite(tx: Tx, turns: number): Promise<void> {
  await tx.manager.query('SELECT 1');
  for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
  await tx.manager.query('INSERT INTO written VALUES ($1)', [turns]);
}

const nested = (tx: Tx): Promise<unknown> => together(fails(tx), readAndWrite(tx, 1));

const written = async (): Promise<number> => {
  const [rows]: [unknown[]] = await database.dataSource.query('DELETE FROM written RETURNING turns');
  return rows.length;
};

/** No statement and no transaction of these tests runs any more. */
const nothingUnderWay = async (): Promise<boolean> => {
  const busy: unknown[] = await database.dataSource.query(
    `SELECT FROM pg_stat_activity WHERE datname = current_database() AND state <> 'idle' AND pid <> pg_backend_pid()`,
  );
  return busy.length === 0;
};

async function tryAll(
  both: (tx: Tx, turns: number) => Promise<unknown>,
): Promise<readonly (string | undefined)[]> {
  const codes: (string | undefined)[] = [];
  for (let turns = 0; turns < 60; turns += 1) {
    await unitOfWork
      .run((tx) => both(tx, turns))
      .catch((error: { driverError?: { code?: string } }) => codes.push(error.driverError?.code));
  }
  return codes;
}

it('keeps the rest of the work within the transaction that one part lets fail', async () => {
  const codes = await tryAll((tx, turns) => together(readAndWrite(tx, turns), fails(tx)));
  expect(codes).toEqual(Array(60).fill('22012'));
  await eventually(nothingUnderWay);
  expect(await written()).toBe(0);
});

it('says what failed of itself, not what the failure kept from being done', async () => {
  const failing = unitOfWork.run((tx) => together(nested(tx), tx.manager.query('SELECT 1')));
  await expect(failing).rejects.toMatchObject({ driverError: { code: '22012' } });
});

it('would commit a part of it with Promise.all', async () => {
  await tryAll((tx, turns) => Promise.all([readAndWrite(tx, turns), fails(tx)]));
  await eventually(nothingUnderWay);
  expect(await written()).toBeGreaterThan(0);
});

it('gives each result', async () => {
  const found = await unitOfWork.run((tx) =>
    together(tx.manager.query('SELECT 1 AS one'), tx.manager.query('SELECT 2 AS two')),
  );
  expect(found).toEqual([[{ one: 1 }], [{ two: 2 }]]);
});
