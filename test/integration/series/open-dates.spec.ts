import {
  aSeriesWorld,
  changeSeries,
  datesOf,
  daysOf,
  startSeries,
  step,
} from '../../support/running-series.js';
import { TestInstance } from '../../support/test-instance.js';

// 2 March 2026, 10:00 in Berlin.
let instance: TestInstance;
beforeAll(async () => {
  instance = await TestInstance.start();
  await instance.useKey();
});
afterAll(() => instance.close());

const at = (time: string) => ({
  kind: 'picked' as const,
  // Ascension Day everywhere; Corpus Christi in Bavaria; no holiday.
  dates: ['2026-05-14', '2026-06-04', '2026-06-11'].map((day) => `${day}T${time}`),
});

it('keeps what the host decided about a holiday, and asks about what is open until the series ends', async () => {
  const world = await aSeriesWorld(instance);
  const bavaria = world.clusters[0]?.cluster.id;
  await instance.rows(`UPDATE institution SET laender = '{BY}' WHERE id = $1`, [bavaria]);
  const series = await startSeries(instance, world, { rule: at('10:00'), holidays: 'ask' });
  const [first] = await datesOf(instance, series);
  const decision = { decision: 'move', to: '2026-05-12' };
  await instance.ask('POST', `/series/${series.id}/dates/${first?.id}/decide`, decision);

  await changeSeries(instance, series, { rule: at('14:00') });
  const changed = await datesOf(instance, series);
  expect(daysOf(changed)).toEqual(['2026-05-12', '2026-06-04 asked', '2026-06-11']);
  expect(changed.map(({ meeting }) => meeting?.startsLocal.slice(11))).toEqual(['14:00', undefined, '14:00']);

  await step(instance, series, 'end', { from: '2026-06-01' });
  expect(daysOf(await datesOf(instance, series))).toEqual(['2026-05-12', '2026-06-11 cancelled']);
});
