import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import { Clock } from '#kernel';
import { fillSeries, lockSeries } from '#series';
import type { Series } from '#series';
import { aSeries } from '../factories/series.factory.js';
import { useDatabase } from '../support/use-database.js';
import { TestClock } from '../support/test-clock.js';
import { barrier, pausing, withoutRowLock } from './handicaps.js';

const database = useDatabase();
const clock: Clock = new TestClock();
const WORKERS = 4;

async function fill(tx: Tx, id: string): Promise<void> {
  const series: Series = await lockSeries(tx, id);
  await fillSeries(tx, series, clock.now());
}

/** Four at once, each in a transaction of its own. */
function fillAtOnce(id: string, handicap: (tx: Tx) => Tx = (tx) => tx) {
  const work = new UnitOfWork(database.dataSource);
  return Promise.allSettled(Array.from({ length: WORKERS }, () => work.run((tx) => fill(handicap(tx), id))));
}

const originals = async (id: string) =>
  database.rows(
    `SELECT original_local::text AS at, count(*)::int AS times FROM series_date WHERE series_id = $1
      GROUP BY original_local ORDER BY original_local`,
    [id],
  );

describe('four workers that fill the same series at once', () => {
  it('make every date once', async () => {
    const { id } = await aSeries(database.reader, { state: 'active', windowMonths: 3 });
    const outcomes = await fillAtOnce(id);
    expect(outcomes.map(({ status }) => status)).toEqual(Array(WORKERS).fill('fulfilled'));
    expect(await originals(id)).toEqual([
      { at: '2026-04-02 10:00:00', times: 1 },
      { at: '2026-05-07 10:00:00', times: 1 },
    ]);
    expect(await database.rows('SELECT FROM meeting')).toHaveLength(2);
  });

  it('control: without the lock all but one fail at the key', async () => {
    const { id } = await aSeries(database.reader, { state: 'active', windowMonths: 3 });
    const all = barrier(WORKERS);
    const outcomes = await fillAtOnce(id, (tx) => pausing(withoutRowLock(tx), all));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('control: without the lock and the key every date is made four times', async () => {
    await database.rows('ALTER TABLE series_date DROP CONSTRAINT uq_series_date_original');
    try {
      const { id } = await aSeries(database.reader, { state: 'active', windowMonths: 3 });
      const all = barrier(WORKERS);
      await fillAtOnce(id, (tx) => pausing(withoutRowLock(tx), all));
      expect(await originals(id)).toEqual([
        { at: '2026-04-02 10:00:00', times: WORKERS },
        { at: '2026-05-07 10:00:00', times: WORKERS },
      ]);
    } finally {
      await database.rows('DELETE FROM series_date');
      await database.rows(
        'ALTER TABLE series_date ADD CONSTRAINT uq_series_date_original UNIQUE (series_id, original_local)',
      );
    }
  });
});
