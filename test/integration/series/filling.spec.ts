import type { MeetingDto, PollDto } from '#contracts';
import { pollBody } from '../../factories/polls.factory.js';
import {
  aSeriesWorld,
  datesOf,
  daysOf,
  onDay,
  previewed,
  startSeries,
} from '../../support/running-series.js';
import { TestInstance } from '../../support/test-instance.js';

// 2 March 2026, 10:00 in Berlin.
let instance: TestInstance;
beforeEach(async () => {
  instance = await TestInstance.start();
  await instance.useKey();
});
afterEach(() => instance.close());

it('makes up for a time without a worker and leaves alone what was edited by hand', async () => {
  const series = await startSeries(instance, await aSeriesWorld(instance), { windowMonths: 3 });
  const [first, second] = await datesOf(instance, series);
  const meeting = await instance.ask<MeetingDto>('GET', `/meetings/${second?.meeting?.id}`);
  const patch = {
    title: { de: 'Sommerfest' },
    startsLocal: '2026-05-12T15:00',
    endsLocal: '2026-05-12T19:00',
  };
  await instance.ask('PATCH', `/meetings/${meeting.id}`, patch, meeting.version);
  await instance.settled();
  const rowsOf = () =>
    instance.rows(
      'SELECT id, title, starts_local, version, revision FROM meeting WHERE id = ANY($1) ORDER BY id',
      [[first?.meeting?.id, meeting.id]],
    );
  const before = await rowsOf();
  await instance.stopWorker();
  instance.clock.advance({ hours: 24 * 90 });
  expect(daysOf(await datesOf(instance, series)).length).toBeLessThan(2);
  await instance.startWorker();
  await instance.settled();
  expect(daysOf(await datesOf(instance, series))).toEqual(['2026-06-04', '2026-07-02', '2026-08-06']);
  expect(await rowsOf()).toEqual(before);
  const made = await instance.rows<{ dates: number }>(
    `SELECT count(*)::int AS dates FROM series_date WHERE series_id = $1`,
    [series.id],
  );
  expect(made).toEqual([{ dates: 5 }]);
});

it('moves one date to the day that a poll about it has found; the series leaves it there', async () => {
  const world = await aSeriesWorld(instance);
  const series = await startSeries(instance, world, { windowMonths: 3 });
  const [, second] = await datesOf(instance, series);
  const movesMeetingId = second?.meeting?.id ?? '';
  const draft = await instance.ask<PollDto>(
    'POST',
    '/polls',
    pollBody(world.networkId, {
      movesMeetingId,
      options: [{ startsLocal: '2026-05-13T14:00', allDay: false }],
    }),
  );
  await instance.ask('POST', `/polls/${draft.id}/open`);
  await instance.settled();
  const poll = await instance.ask<PollDto>('GET', `/polls/${draft.id}`);
  const body = { optionId: poll.options[0]?.id };
  await instance.ask('POST', `/polls/${poll.id}/take`, body, poll.version);
  await onDay(instance, '2026-03-20');
  expect(daysOf(await datesOf(instance, series))).toEqual(['2026-04-02', '2026-05-13', '2026-06-04']);
  const { effects } = await previewed(instance, series, { lengthMinutes: 180 });
  expect(effects[1]).toBe('2026-05-13 > 2026-05-13 kept-by-hand');
});
