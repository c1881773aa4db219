import { newId, Temporal } from '#kernel';
import { aSeries, seriesBody } from '../../factories/series.factory.js';
import { eventually } from '../../support/eventually.js';
import { holdBack } from '../../support/hold-back.js';
import { createTestDatabase } from '../../support/test-database.js';
import type { TestDatabase } from '../../support/test-database.js';
import { WorkerProcess } from '../../support/worker-process.js';

describe('a worker that is killed while it fills a series', () => {
  let database: TestDatabase;
  let worker: WorkerProcess;
  beforeAll(async () => (database = await createTestDatabase()));
  afterAll(async () => {
    await worker.kill();
    await database.drop();
  });

  it('has made no date, and every date once when the worker is back', async () => {
    // Not the hour of now: some Sunday has none between two and three.
    const startsLocal = Temporal.Now.plainDateISO('Europe/Berlin').add({ days: 3 }).toPlainDateTime('10:00');
    await aWeeklySeries(startsLocal);
    // The meetings are written, the dates that they belong to are, and nothing is committed.
    const held = await holdBack(database, 'series_date');
    worker = WorkerProcess.start({ DATABASE_URL: database.url });
    await held.untilReached();
    await worker.kill();
    await held.letGo();
    expect(await dates()).toEqual([]);
    expect(await meetings()).toEqual([]);
    // The claim of the dead worker has run out.
    await query(`UPDATE due_work SET claimed_until = '2000-01-01T00:00:00Z'`);
    worker = WorkerProcess.start({ DATABASE_URL: database.url });
    await eventually(async () => (await dates()).length > 0);
    await worker.stop();
    const made = await dates();
    // A year of weeks, by the day of the kill one more or less.
    expect(Math.abs(made.length - 52)).toBeLessThanOrEqual(1);
    const weekly = made.map((_, week) =>
      startsLocal.add({ weeks: week }).toString({ smallestUnit: 'second' }),
    );
    expect(made).toEqual(weekly);
    expect(await meetings()).toEqual(weekly);
    expect(await query('SELECT kind FROM due_work WHERE kind = $1', ['series.fill'])).toHaveLength(1);
  }, 150_000);

  const query = <Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> =>
    database.dataSource.query(sql, parameters);

  const aWeeklySeries = async (startsLocal: Temporal.PlainDateTime): Promise<void> => {
    const { rule } = seriesBody({ institutionId: '' });
    const weekly = {
      ...rule,
      startsLocal: startsLocal.toString({ smallestUnit: 'minute' }),
      rrule: 'FREQ=WEEKLY',
    };
    const reader = { manager: database.dataSource.manager };
    const { id } = await aSeries(reader, { state: 'active', rule: weekly });
    await query(
      `INSERT INTO due_work (id, kind, subject_id, due_at, payload, attempts)
       VALUES ($1, 'series.fill', $2, now(), '{}', 0)`,
      [newId(), id],
    );
  };

  const dates = () => startsOf('SELECT original_local::text AS starts FROM series_date ORDER BY 1');
  const meetings = () => startsOf('SELECT starts_local::text AS starts FROM meeting ORDER BY 1');
  const startsOf = async (sql: string): Promise<string[]> =>
    (await query<{ starts: string }>(sql)).map(({ starts }) => starts.replace(' ', 'T'));
});
