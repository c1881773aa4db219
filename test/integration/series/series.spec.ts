import type { SeriesDateDto, SeriesDto, SeriesInput } from '#contracts';
import {
  aSeriesWorld,
  changeSeries,
  datesOf,
  daysOf,
  onDay,
  previewed,
  startSeries,
  step,
} from '../../support/running-series.js';
import type { SeriesWorld } from '../../support/running-series.js';
import { TestInstance } from '../../support/test-instance.js';

// 2 March 2026, 10:00 in Berlin.
let instance: TestInstance;
let world: SeriesWorld;
beforeAll(async () => {
  instance = await TestInstance.start();
  await instance.useKey();
});
afterAll(() => instance.close());
beforeEach(async () => {
  world = await aSeriesWorld(instance);
});

const rrule = (text: string, startsLocal = '2026-04-02T10:00') => ({
  kind: 'rrule' as const,
  startsLocal,
  rrule: text,
  except: [],
});
const mailsOf = async (series: SeriesDto, kind: string) =>
  instance.rows<{ address: string; params: object }>(
    `SELECT mail.address, mail.params FROM outgoing_mail AS mail
      WHERE mail.kind = $2 AND (mail.topic_id = $1 OR mail.topic_id IN (SELECT meeting_id FROM series_date WHERE series_id = $1))
      ORDER BY mail.id`,
    [series.id, kind],
  );

describe('a series that is started', () => {
  it('makes the meetings of its window, numbered, named and answered by in time', async () => {
    const series = await startSeries(instance, world, { windowMonths: 5 });
    const dates = await datesOf(instance, series);
    expect(daysOf(dates)).toEqual(['2026-04-02', '2026-05-07', '2026-06-04', '2026-07-02']);
    expect(dates.map(({ number, meeting }) => [number, meeting?.title.de])).toEqual([
      [1, '1. Erfahrungsaustausch 2026'],
      [2, '2. Erfahrungsaustausch 2026'],
      [3, '3. Erfahrungsaustausch 2026'],
      [4, '4. Erfahrungsaustausch 2026'],
    ]);
    const meeting = await instance.ask<object>('GET', `/meetings/${dates[1]?.meeting?.id}`);
    expect(meeting).toMatchObject({
      startsLocal: '2026-05-07T10:00',
      endsLocal: '2026-05-07T12:00',
      startsAt: '2026-05-07T08:00:00Z',
      answerByLocal: '2026-04-30T23:59',
      state: 'published',
      hosts: [{ id: world.networkId }],
    });
  });

  it('keeps its wall clock over the end of summer time', async () => {
    const series = await startSeries(instance, world, {
      rule: rrule('FREQ=MONTHLY;BYMONTHDAY=20', '2026-09-20T10:00'),
      windowMonths: 12,
    });
    const [september, , november] = await datesOf(instance, series);
    const at = async (date?: SeriesDateDto) =>
      (await instance.ask<{ startsAt: string }>('GET', `/meetings/${date?.meeting?.id}`)).startsAt;
    expect([await at(september), await at(november)]).toEqual([
      '2026-09-20T08:00:00Z',
      '2026-11-20T09:00:00Z',
    ]);
  });

  it.each([
    ['keeps', 'keep', ['2026-05-14', '2026-06-04']],
    ['moves', 'move', ['2026-05-15', '2026-06-05']],
    ['skips', 'skip', ['2026-05-14 skipped', '2026-06-04 skipped']],
    ['asks about', 'ask', ['2026-05-14 asked', '2026-06-04 asked']],
  ] as const)('%s a date on a holiday of one of the Länder', async (_, holidays, days) => {
    // Ascension Day everywhere; Corpus Christi in Bavaria, not in the other two.
    const rule = { kind: 'picked' as const, dates: ['2026-05-14T10:00', '2026-06-04T10:00'] };
    const bavaria = world.clusters[0]?.cluster.id;
    await instance.rows(`UPDATE institution SET laender = '{BY}' WHERE id = $1`, [bavaria]);
    const series = await startSeries(instance, world, { rule, holidays });
    expect(daysOf(await datesOf(instance, series))).toEqual(days);
  });

  it('makes the meeting of a date that was asked about once the host has decided', async () => {
    const rule = { kind: 'picked' as const, dates: ['2026-05-14T10:00', '2026-06-11T10:00'] };
    const series = await startSeries(instance, world, { rule, holidays: 'ask' });
    const [asked] = await datesOf(instance, series);
    expect(asked).toMatchObject({
      state: 'asked',
      number: 1,
      holiday: { name: { de: 'Christi Himmelfahrt' } },
    });
    const moved = await instance.ask('POST', `/series/${series.id}/dates/${asked?.id}/decide`, {
      decision: 'move',
      to: '2026-05-12',
    });
    expect(moved).toMatchObject({
      state: 'planned',
      meeting: { startsLocal: '2026-05-12T10:00', title: { de: '1. Erfahrungsaustausch 2026' } },
    });
  });

  it('puts down when the next date comes into its window', async () => {
    const series = await startSeries(instance, world, { windowMonths: 2 });
    expect(daysOf(await datesOf(instance, series))).toEqual(['2026-04-02']);
    const due = await instance.rows<{ dueAt: string }>(
      `SELECT due_at::text AS "dueAt" FROM due_work WHERE kind = 'series.fill' AND subject_id = $1`,
      [series.id],
    );
    expect(due).toEqual([{ dueAt: expect.stringMatching(/^2026-03-08/) }]);
  });
});

describe('a change of all dates to come', () => {
  it('moves meetings with their answers, tells everybody once and their calendars by short mails', async () => {
    const series = await startSeries(instance, world, { windowMonths: 3, inviteLeadDays: 62 });
    const [april, may] = await datesOf(instance, series);
    expect(daysOf([april, may].flatMap((date) => date ?? []))).toEqual(['2026-04-02', '2026-05-07']);
    expect(await mailsOf(series, 'invitation')).toHaveLength(3);
    const patch = { rule: rrule('FREQ=MONTHLY;BYDAY=1TU', '2026-04-07T10:00') };
    const { effects, reach } = await previewed(instance, series, patch);
    expect(effects).toEqual(['2026-04-02 > 2026-04-07 moved', '2026-05-07 > 2026-05-05 moved']);
    expect(reach).toMatchObject({ people: 3, mails: { de: 3, en: 0 }, calendarMails: 3 });

    await changeSeries(instance, series, patch);
    const after = await datesOf(instance, series);
    expect(daysOf(after)).toEqual(['2026-04-07', '2026-05-05']);
    expect(after.map(({ meeting }) => meeting?.id)).toEqual([april?.meeting?.id, may?.meeting?.id]);
    expect((await mailsOf(series, 'series-change')).map(({ address }) => address)).toEqual(
      [1, 2, 3].map((number) => `manager-${number}@cluster.example`),
    );
    expect((await mailsOf(series, 'change')).map(({ params }) => params)).toEqual(
      Array(3).fill(expect.objectContaining({ briefly: 'yes' })),
    );
    const mails = (await instance.mailsTo('manager-1@cluster.example')).slice(-2);
    const [brief, summary] = mails[0]?.calendar === null ? mails.toReversed() : mails;
    expect(summary?.calendar).toBeNull();
    expect(summary?.text).toMatch(/bisher: Do[^]*2\. April 2026[^]*jetzt: Di[^]*7\. April 2026/);
    expect(brief?.calendar?.event).toMatchObject({ sequence: 1 });
  });

  it('lists what was touched by hand and leaves it alone', async () => {
    const series = await startSeries(instance, world, { windowMonths: 3 });
    const [april] = await datesOf(instance, series);
    const path = `/meetings/${april?.meeting?.id}`;
    const { version } = await instance.ask<{ version: number }>('GET', path);
    await instance.ask('PATCH', path, { title: { de: 'Jubiläum' } }, version);
    const patch = { lengthMinutes: 180, rule: rrule('FREQ=MONTHLY;BYDAY=1TU', '2026-04-07T10:00') };
    const { effects, reach } = await previewed(instance, series, patch);
    expect(effects).toEqual(['2026-04-02 > 2026-04-02 kept-by-hand', '2026-05-07 > 2026-05-05 moved']);
    expect(reach.effects[0]?.touched).toEqual(['title']);
    await changeSeries(instance, series, patch);
    const [jubilee, may] = await datesOf(instance, series);
    expect([jubilee?.meeting?.title.de, jubilee?.meeting?.endsLocal]).toEqual([
      'Jubiläum',
      '2026-04-02T12:00',
    ]);
    expect(may?.meeting?.endsLocal).toBe('2026-05-05T13:00');
  });

  it('cancels what the rule has no date for, adds what is new, and counts on', async () => {
    const series = await startSeries(instance, world, {
      rule: rrule('FREQ=WEEKLY;BYDAY=TH;COUNT=4'),
      windowMonths: 3,
    });
    await changeSeries(instance, series, { rule: rrule('FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;COUNT=4') });
    const dates = await datesOf(instance, series);
    expect(daysOf(dates)).toEqual([
      '2026-04-02',
      '2026-04-09 cancelled',
      '2026-04-16',
      '2026-04-23 cancelled',
      '2026-04-30',
      '2026-05-14',
    ]);
    const kept = dates.filter(({ meeting }) => meeting?.state === 'published');
    expect(kept.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });

  it('changes the dates from one on and leaves those before', async () => {
    const series = await startSeries(instance, world, {
      rule: rrule('FREQ=WEEKLY;INTERVAL=2;BYDAY=TH'),
      windowMonths: 3,
    });
    const [, , third] = await datesOf(instance, series);
    await changeSeries(instance, series, { template: { capacity: 12 } }, third?.id);
    const capacities = await Promise.all(
      (await datesOf(instance, series)).map(
        async ({ meeting }) =>
          (await instance.ask<{ capacity: number | null }>('GET', `/meetings/${meeting?.id}`)).capacity,
      ),
    );
    expect(capacities).toEqual([null, null, 12, 12, 12]);
  });
});

describe('the life of a series', () => {
  it('ends on a day, cancels what comes after, and goes on for another year when it is continued', async () => {
    const series = await startSeries(instance, world, {
      rule: rrule('FREQ=MONTHLY;INTERVAL=3;BYDAY=1TH'),
      windowMonths: 12,
    });
    expect(daysOf(await datesOf(instance, series))).toEqual([
      '2026-04-02',
      '2026-07-02',
      '2026-10-01',
      '2027-01-07',
    ]);
    const ended = await step(instance, series, 'end', { from: '2026-08-01' });
    expect(ended).toMatchObject({ state: 'ended', ruleWords: { de: expect.stringContaining('2026') } });
    expect(daysOf(await datesOf(instance, series))).toEqual([
      '2026-04-02',
      '2026-07-02',
      '2026-10-01 cancelled',
      '2027-01-07 cancelled',
    ]);
    await expect(step(instance, series, 'start')).rejects.toThrow('series.not-startable');
    expect(await step(instance, series, 'continue')).toMatchObject({ state: 'active' });
  });

  it('does not go on by itself when it has no end', async () => {
    const series = await startSeries(instance, world);
    await expect(step(instance, series, 'continue')).rejects.toThrow('series.goes-on-anyway');
  });

  it('invites to nothing while it pauses, and makes up for it when it goes on', async () => {
    const series = await startSeries(instance, world, {
      rule: rrule('FREQ=MONTHLY;BYDAY=1TH', '2026-05-07T10:00'),
      windowMonths: 3,
    });
    await step(instance, series, 'pause');
    expect(
      await instance.rows(
        `SELECT FROM due_work WHERE kind LIKE 'series.%' AND subject_id IN
      (SELECT id FROM series_date WHERE series_id = $1 UNION SELECT $1)`,
        [series.id],
      ),
    ).toEqual([]);
    await step(instance, series, 'start');
    expect(daysOf(await datesOf(instance, series))).toEqual(['2026-05-07']);
  });

  it('is copied as a draft with the same rule', async () => {
    const series = await startSeries(instance, world, { windowMonths: 1 });
    const copy = await instance.ask<SeriesDto>('POST', `/series/${series.id}/duplicate`);
    expect(copy).toMatchObject({ state: 'draft', ruleWords: series.ruleWords, asking: series.asking });
    expect(await datesOf(instance, copy)).toEqual([]);
  });
});

describe('what is refused', () => {
  it.each([
    [
      'a rule that yields nothing',
      { rule: rrule('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30') },
      'series.rule-empty',
    ],
    ['a rule by the hour', { rule: rrule('FREQ=HOURLY') }, 'series.rule-too-fine'],
    ['UNTIL with COUNT', { rule: rrule('FREQ=DAILY;COUNT=3;UNTIL=20270101') }, 'series.rule-until-and-count'],
    ['half past two', { rule: rrule('FREQ=DAILY', '2026-04-02T02:30') }, 'series.rule-in-clock-change'],
    ['an unknown zone', { zone: 'Europe/Atlantis' }, 'validation.unknown-zone'],
    [
      'an unknown placeholder',
      { template: { title: { de: 'Treffen {ort}' } } },
      'series.unknown-placeholder',
    ],
    ['answers due before the invitation', { answerByLeadDays: 50 }, 'series.answer-by-before-invitation'],
  ])('%s', async (_, patch, code) => {
    await expect(startSeries(instance, world, patch as Partial<SeriesInput>)).rejects.toThrow(code);
  });
});

it('invites each date in its time, by its audience as of its day, once', async () => {
  const series = await startSeries(instance, world, { windowMonths: 4 });
  expect(await mailsOf(series, 'invitation')).toHaveLength(3);
  await onDay(instance, '2026-03-25');
  expect(await mailsOf(series, 'invitation')).toHaveLength(3);
  await onDay(instance, '2026-03-27');
  expect(await mailsOf(series, 'invitation')).toHaveLength(6);
  // Seven days later the window has grown, but nobody else is invited.
  await onDay(instance, '2026-04-03');
  expect(await mailsOf(series, 'invitation')).toHaveLength(6);
  expect(daysOf(await datesOf(instance, series))).toEqual(['2026-05-07', '2026-06-04', '2026-07-02']);

  const asking = await startSeries(instance, world, { sending: 'after-nod', windowMonths: 2 });
  const [date] = await datesOf(instance, asking);
  expect(date).toMatchObject({ awaitsNod: true });
  expect(await mailsOf(asking, 'invitation')).toEqual([]);
  await instance.ask('POST', `/series/${asking.id}/dates/${date?.id}/invite`);
  await instance.settled();
  expect(await mailsOf(asking, 'invitation')).toHaveLength(3);
});
