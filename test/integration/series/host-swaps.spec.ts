import type { HostHistoryDto, HostSwapDto } from '#contracts';
import { answerAsHost, askSwap, asking, hostsOf, mailedPath, setHosts } from '../../support/hosted-series.js';
import { hostingOn } from '../../support/hosting-world.js';
import { datesOf, onDay } from '../../support/running-series.js';
import type { SeriesWorld } from '../../support/running-series.js';
import { TestInstance } from '../../support/test-instance.js';

let instance: TestInstance;
let world: SeriesWorld;
const { begin, mailbox, day, hosted, turns, mailsTo } = hostingOn(() => instance);
beforeAll(async () => {
  instance = await TestInstance.start();
  await instance.useKey();
});
afterAll(() => instance.close());
beforeEach(async () => (world = await begin()));

describe('a swap of two dates', () => {
  it('is done once both hosts have consented by their links', async () => {
    const series = await hosted([0, 1, 2]);
    const [first, second] = await datesOf(instance, series);
    const swap = await askSwap(instance, series, [first, second]);
    expect(swap).toMatchObject({
      state: 'open',
      first: { consentedAt: null },
      second: { consentedAt: null },
    });
    await expect(askSwap(instance, series, [second, (await datesOf(instance, series))[2]])).rejects.toThrow(
      'host-swap.open-already',
    );
    const [one, other] = [await mailedPath(instance, mailbox(0)), await mailedPath(instance, mailbox(1))];
    expect((await instance.api.browser().get(one)).status).toBe(200);
    await answerAsHost(instance, one, 'confirm');
    await answerAsHost(instance, one, 'confirm');
    expect(await turns(series)).toEqual(['0 proposed', '1 proposed', '2 proposed']);
    await answerAsHost(instance, other, 'confirm');
    expect(await turns(series)).toEqual(['1 confirmed', '0 confirmed', '2 proposed']);
    expect((await mailsTo(0)).at(-1)).toMatch(/^Getauscht:/);
    expect((await datesOf(instance, series)).flatMap(({ touched }) => touched)).toEqual([]);
  });

  it('counts the asker’s own side as consented, who may only be of one of the two', async () => {
    const series = await hosted([0, 1, 2]);
    const [first, second] = await datesOf(instance, series);
    const body = { firstDateId: first?.id, secondDateId: second?.id };
    const ask = async (number: number) =>
      (await asking(instance, world.clusters[number]?.manager?.id ?? ''))(
        'POST',
        `/series/${series.id}/host-swaps`,
        body,
      );
    expect(await ask(2)).toBe(403);
    expect(await ask(1)).toBe(201);
    await instance.settled();
    expect(await mailsTo(1)).toEqual([]);
    await answerAsHost(instance, await mailedPath(instance, mailbox(0)), 'confirm');
    expect((await turns(series)).slice(0, 2)).toEqual(['1 confirmed', '0 confirmed']);
  });

  it('is taken back by whoever proposed it or keeps the series; its links say so and both hosts are told once', async () => {
    const series = await hosted([0, 1, 2]);
    const [first, second] = await datesOf(instance, series);
    const managers = [0, 1].map((number) => world.clusters[number]?.manager?.id ?? '');
    const [one, other] = await Promise.all(managers.map((id) => asking(instance, id)));
    const path = `/series/${series.id}/host-swaps`;
    const body = { firstDateId: first?.id, secondDateId: second?.id };
    expect(await one?.('POST', path, body)).toBe(201);
    await instance.settled();
    const link = await mailedPath(instance, mailbox(1));
    const { items } = await instance.ask<{ items: HostSwapDto[] }>('GET', path);
    expect(items).toMatchObject([{ state: 'open', mayTakeBack: true, second: { consentedAt: null } }]);
    const takeBack = `${path}/${items[0]?.id}/take-back`;
    expect(await other?.('POST', takeBack)).toBe(403);
    expect(await one?.('POST', takeBack)).toBe(200);
    await instance.settled();
    expect(await one?.('POST', takeBack)).toBe(409);
    await instance.settled();
    const told = [...(await mailsTo(0)), ...(await mailsTo(1))];
    expect(told.filter((subject) => subject.startsWith('Tausch zurückgezogen:'))).toHaveLength(2);
    expect((await instance.api.browser().get<string>(link)).body).toContain('ist zurückgezogen worden');
    await answerAsHost(instance, link, 'confirm');
    expect(await turns(series)).toEqual(['0 proposed', '1 proposed', '2 proposed']);
    expect((await instance.ask<{ items: HostSwapDto[] }>('GET', path)).items).toEqual([]);
    const again = await askSwap(instance, series, [first, second]);
    expect(await instance.ask('POST', `${path}/${again.id}/take-back`)).toMatchObject({
      state: 'taken-back',
    });
  });

  it('is off when one refuses, when the deadline passes, or when a host has left', async () => {
    const series = await hosted([0, 1, 2]);
    const [first, second, third] = await datesOf(instance, series);
    await askSwap(instance, series, [first, second]);
    await answerAsHost(instance, await mailedPath(instance, mailbox(0)), 'decline', 'Der Saal ist gebucht.');
    expect((await instance.lastMailTo(mailbox(1))).text).toContain('Der Saal ist gebucht.');
    await askSwap(instance, series, [first, second]);
    const late = await mailedPath(instance, mailbox(0));
    await setHosts(instance, series, { hosts: hostsOf(world, 0, 2) });
    await answerAsHost(instance, late, 'confirm');
    const swaps = () =>
      instance.rows<{ state: string }>('SELECT state FROM host_swap WHERE series_id = $1 ORDER BY id', [
        series.id,
      ]);
    expect((await swaps()).map(({ state }) => state)).toEqual(['refused', 'withdrawn']);
    const [now] = await datesOf(instance, series);
    await askSwap(instance, series, [now, (await datesOf(instance, series))[1]]);
    await onDay(instance, day(-84));
    expect((await swaps()).at(-1)).toEqual({ state: 'lapsed' });
    await instance.ask('POST', `/series/${series.id}/dates/${third?.id}/decide`, { decision: 'skip' });
    await expect(askSwap(instance, series, [now, third])).rejects.toThrow('host-swap.date-cancelled');
    await expect(askSwap(instance, series, [now, now])).rejects.toThrow('host-swap.same-date');
  });
});

it('shows who hosted how often, by weight, when last and when next', async () => {
  const series = await hosted([]);
  const [first, second] = hostsOf(world, 0, 1);
  if (first === undefined || second === undefined) throw new Error('two hosts are needed');
  await setHosts(instance, series, { hosts: [{ ...first, weight: 2 }, second] });
  for (const [number, days] of [
    [0, -90],
    [1, -60],
    [0, -30],
  ] as const) {
    await onDay(instance, day(days));
    await answerAsHost(instance, await mailedPath(instance, mailbox(number)), 'confirm');
  }
  await onDay(instance, day(31));
  const { hosts } = await instance.ask<HostHistoryDto>('GET', `/series/${series.id}/host-history`);
  const said = hosts.map(({ times, weighed, last, next, dates }) => ({
    times,
    weighed,
    last,
    next,
    states: dates.map(({ isPast, state }) => [isPast, state].join(' ')),
  }));
  expect(said).toEqual([
    {
      times: 1,
      weighed: 0.5,
      last: `${day(0)}T10:00`,
      next: `${day(60)}T10:00`,
      states: ['true confirmed', 'false confirmed'],
    },
    { times: 1, weighed: 1, last: `${day(30)}T10:00`, next: null, states: ['true confirmed'] },
  ]);
});
