import type {
  HostHistoryDto,
  HostSwapDto,
  MeetingDto,
  SeriesDateDto,
  SeriesDto,
  SeriesInput,
  SeriesItemDto,
} from '#contracts';
import { newId, Temporal } from '#kernel';
import { aKey } from '../../factories/access.factory.js';
import { aPerson } from '../../factories/directory.factory.js';
import { calendarFaults } from '../../interop/calendar-faults.js';
import { readCalendar } from '../../interop/calendar-reader.js';
import { seriesBody } from '../../factories/series.factory.js';
import { hostsOf, setHosts } from '../../support/hosted-series.js';
import { aSeriesWorld, datesOf, startSeries } from '../../support/running-series.js';
import type { SeriesWorld } from '../../support/running-series.js';
import type { TestBrowser } from '../../support/test-browser.js';
import { TestInstance } from '../../support/test-instance.js';

let instance: TestInstance;
let world: SeriesWorld;
beforeAll(async () => {
  instance = await TestInstance.start();
  world = await aSeriesWorld(instance);
});
afterAll(() => instance.close());

const page = (path: string) => instance.api.browser().get<string>(path);
const feed = (slug: string, headers = {}) =>
  instance.api.browser({}).send<string>('GET', `/feeds/series/${slug}.ics`, { headers });

const template = (visibility: 'public' | 'unlisted' | 'members') => ({
  ...seriesBody({ institutionId: '' }).template,
  visibility,
  organiserId: null,
});

const started = (fields: Partial<SeriesInput> = {}) =>
  startSeries(instance, world, { windowMonths: 3, asking: null, ...fields });

/** Whether the public page of the series' next date leads to it. */
const linkOn = async (series: SeriesDto) => {
  const [date] = await datesOf(instance, series);
  await instance.rows(`UPDATE meeting SET visibility = 'public' WHERE id = $1`, [date?.meeting?.id]);
  return (await page(`/en/m/${date?.meeting?.slug}`)).body.includes(`href="/en/s/${series.slug}"`);
};

describe('the public page of a series', () => {
  it('shows rule, host, dates and the calendar, in both languages, to people and to programs', async () => {
    const series = await started();
    const [first] = await datesOf(instance, series);
    const german = await page(`/s/${series.slug}`);
    expect(german.status).toBe(200);
    expect(german.body).toMatch(/<h1 itemProp="name">Erfahrungsaustausch<\/h1>/i);
    expect(german.body).toContain('jeden ersten Donnerstag im Monat');
    expect(german.body).toContain('Mitteldeutschland');
    expect(german.body).toContain(`href="/m/${first?.meeting?.slug}"`);
    expect(german.body).toMatch(new RegExp(`href="webcal://[^"]+/feeds/series/${series.slug}.ics"`));
    expect(german.body).toContain('itemType="https://schema.org/EventSeries"');
    expect(german.body.match(/itemProp="startDate" content="2026-04-02T08:00:00Z"/gi)).toHaveLength(1);
    const english = await page(`/en/s/${series.slug}`);
    expect(english.body).toContain('Next dates');
    expect(english.body).toContain('Exchange no. 1, 2026');
  });

  it('is where the pages of its dates lead, unless only some may see it', async () => {
    const open = await started();
    const closed = await started({ template: template('members') });
    expect([await linkOn(open), await linkOn(closed)]).toEqual([true, false]);
  });

  it('is there for whoever knows the address of an unlisted one, and not for search engines', async () => {
    const unlisted = await started({ template: template('unlisted') });
    expect((await page(`/s/${unlisted.slug}`)).body).toContain('noindex');
    expect((await page(`/s/${(await started()).slug}`)).body).not.toContain('noindex');
  });

  it.each(['members', 'draft'])('is not there for anybody else: %s', async (kind) => {
    const asked = seriesBody({
      institutionId: world.networkId,
      ...(kind === 'members' && { template: template('members') }),
    });
    const series =
      kind === 'members'
        ? await started({ template: template('members') })
        : await instance.ask<SeriesDto>('POST', '/series', asked);
    expect((await page(`/s/${series.slug}`)).status).toBe(404);
    expect((await feed(series.slug)).status).toBe(404);
  });
});

describe('the feed of a series', () => {
  it('has its dates, a cancelled one as cancelled, and the same bytes until something changes', async () => {
    const series = await started();
    const before = await feed(series.slug);
    expect(calendarFaults(before.body)).toEqual([]);
    expect(readCalendar(before.body).events.map(({ title }) => title)).toEqual([
      '1. Erfahrungsaustausch 2026',
      '2. Erfahrungsaustausch 2026',
    ]);
    expect((await feed(series.slug)).body).toBe(before.body);
    const etag = before.headers.get('etag') ?? '';
    expect((await feed(series.slug, { 'if-none-match': etag })).status).toBe(304);

    const [date] = await datesOf(instance, series);
    await instance.ask('POST', `/series/${series.id}/dates/${date?.id}/decide`, { decision: 'skip' });
    const after = await feed(series.slug, { 'if-none-match': etag });
    expect(after.status).toBe(200);
    expect(readCalendar(after.body).events.map(({ title, status }) => [title, status])).toEqual([
      ['Abgesagt: 1. Erfahrungsaustausch 2026', 'CANCELLED'],
      ['2. Erfahrungsaustausch 2026', 'CONFIRMED'],
    ]);
  });
});

/** Which meetings and dates of a series somebody reads: among its dates, as its next one, in who hosted and in swaps. */
async function readBy(who: TestBrowser, { id }: SeriesDto) {
  const get = async <Body>(path: string) => (await who.get<Body>(`/api/v1/series${path}`)).body;
  const dates = await get<{ items: SeriesDateDto[] }>(`/${id}/dates`);
  const all = await get<{ items: SeriesItemDto[] }>('');
  const own = all.items.find((one) => one.id === id);
  const history = await get<HostHistoryDto>(`/${id}/host-history`);
  return {
    dates: dates.items.map(({ meeting }) => meeting?.id),
    next: own?.next?.meetingId,
    coming: own?.coming,
    hosted: history.hosts.flatMap((host) => host.dates.map(({ dateId }) => dateId)),
    swapped: (await get<{ items: HostSwapDto[] }>(`/${id}/host-swaps`)).items.map(
      (swap) => swap.first.dateId,
    ),
  };
}

/** The first two dates of a series, by their own ids and by those of their meetings. */
async function twoDatesOf(series: SeriesDto) {
  const [first, second] = await datesOf(instance, series);
  if (first?.meeting == null || second?.meeting == null) throw new Error('two dates are needed');
  return [
    { id: first.id, of: first.meeting.id },
    { id: second.id, of: second.meeting.id },
  ] as const;
}

it('is told to members as far as each of its dates is for them', async () => {
  const series = await started({ template: template('members') });
  await setHosts(instance, series, { hosts: hostsOf(world, 0, 1) });
  const [first, second] = await twoDatesOf(series);
  const { version } = await instance.ask<MeetingDto>('GET', `/meetings/${first.of}`);
  await instance.ask('PATCH', `/meetings/${first.of}`, { visibility: 'invited' }, version);
  const swap = { firstDateId: first.id, secondDateId: second.id };
  await instance.ask('POST', `/series/${series.id}/host-swaps`, swap);
  const { id: personId } = await aPerson(instance.reader);
  const right = { role: 'member', institutionId: world.networkId, meetingId: null };
  const since = { validFrom: Temporal.PlainDate.from('2026-01-01'), validUntil: null };
  await instance.reader.manager.insert('RoleGrant', { id: newId(), personId, ...right, ...since });
  const authorization = `Bearer ${await aKey(instance.reader, personId)}`;
  const member = instance.api.browser({ authorization });
  expect(await readBy(instance.owner, series)).toEqual({
    dates: [first.of, second.of],
    next: first.of,
    coming: 2,
    hosted: [first.id, second.id],
    swapped: [first.id],
  });
  expect(await readBy(member, series)).toEqual({
    dates: [second.of],
    next: second.of,
    coming: 1,
    hosted: [second.id],
    swapped: [],
  });
  expect((await member.get(`/api/v1/meetings/${first.of}`)).status).toBe(404);
});
