import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { MeetingDto } from '#contracts';
import { Temporal } from '#kernel';
import { anInstitution } from '../../factories/directory.factory.js';
import { aMeeting } from '../../factories/meetings.factory.js';
import { aNetworkOfManagers } from '../../factories/network.factory.js';
import { calendarFaults } from '../../interop/calendar-faults.js';
import { readCalendar } from '../../interop/calendar-reader.js';
import type { Reply } from '../../support/test-browser.js';
import { TestInstance } from '../../support/test-instance.js';

let instance: TestInstance;
beforeAll(async () => (instance = await TestInstance.start()));
afterAll(() => instance.close());

type Headers = Readonly<Record<string, string>>;

async function fetchFeed(slug: string, { headers = {} as Headers, query = '', method = 'GET' } = {}) {
  // As a calendar program does it: without a browser's headers.
  const path = `/feeds/networks/${slug}.ics${query}`;
  return instance.api.browser({}).send<string>(method, path, { headers });
}

const titlesOf = ({ body }: Reply<string>) => readCalendar(body).events.map(({ title }) => title);

const berlin = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/Berlin]`);

/** A published meeting that begins then and takes two hours. */
const meetingAt = (start: string, fields: object = {}) => {
  const starts = berlin(start);
  const ends = starts.add({ hours: 2 });
  return aMeeting(instance.reader, {
    startsLocal: starts.toPlainDateTime(),
    endsLocal: ends.toPlainDateTime(),
    startsAt: starts.toInstant(),
    endsAt: ends.toInstant(),
    ...fields,
  });
};

describe('the feed of a network', () => {
  it('has the public meetings that the network owns, hosts or lists, and nothing else', async () => {
    const network = await anInstitution(instance.reader, {
      kind: 'network',
      name: { de: 'Netz; mit, Zeichen' },
    });
    const other = await anInstitution(instance.reader, { kind: 'network' });
    const own = { institutionId: network.id };
    const foreign = { institutionId: other.id };
    await meetingAt('2026-06-18T10:00', { ...own, title: { de: 'Eigenes' } });
    const hosted = await meetingAt('2026-06-19T10:00', { ...foreign, title: { de: 'Ausgerichtetes' } });
    const listed = await meetingAt('2026-06-20T10:00', { ...foreign, title: { de: 'Gelistetes' } });
    await meetingAt('2026-06-21T10:00', { ...foreign, title: { de: 'Fremdes' } });
    for (const visibility of ['unlisted', 'members', 'invited'] as const) {
      await meetingAt('2026-06-22T10:00', { ...own, visibility, title: { de: visibility } });
    }
    const draft = { state: 'draft', publishedAt: null } as const;
    await meetingAt('2026-06-23T10:00', { ...own, ...draft, title: { de: 'Entwurf' } });
    const past = { ...own, title: { de: 'Vor langer Zeit' } };
    await meetingAt('2024-06-23T10:00', past);
    const { manager } = instance.reader;
    await manager.insert('MeetingHost', { meetingId: hosted.id, institutionId: network.id, position: 0 });
    await manager.insert('Listing', { meetingId: listed.id, institutionId: network.id });
    const feed = await fetchFeed(network.slug);
    expect(feed.status).toBe(200);
    expect(feed.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(calendarFaults(feed.body)).toEqual([]);
    expect(readCalendar(feed.body)).toMatchObject({
      name: 'Netz; mit, Zeichen',
      method: null,
      refreshInterval: 'PT6H',
    });
    expect(titlesOf(feed)).toEqual(['Eigenes', 'Ausgerichtetes', 'Gelistetes']);
    expect(feed.body).not.toMatch(/ATTENDEE|ORGANIZER/);
  });

  it('is in the main language of the network, or in the one asked for', async () => {
    const network = await anInstitution(instance.reader, { kind: 'network', mainLanguage: 'en' });
    await meetingAt('2026-06-18T10:00', { institutionId: network.id });
    expect(titlesOf(await fetchFeed(network.slug))).toEqual(['Exchange of the cluster managers']);
    expect(titlesOf(await fetchFeed(network.slug, { query: '?lang=de' }))).toEqual([
      'Austausch der Clustermanager',
    ]);
    expect(titlesOf(await fetchFeed(network.slug, { query: '?lang=xx' }))).toEqual([
      'Exchange of the cluster managers',
    ]);
  });

  it('is not there under a name that no network has', async () => {
    const cluster = await anInstitution(instance.reader, { kind: 'cluster' });
    for (const slug of ['gibt-es-nicht', cluster.slug, '..%2f..%2fetc', 'A', '%00']) {
      expect((await fetchFeed(slug)).status).toBe(404);
    }
  });
});

describe('a subscriber', () => {
  let slug: string;
  let first: Reply<string>;
  beforeAll(async () => {
    const network = await anInstitution(instance.reader, { kind: 'network' });
    ({ slug } = network);
    await meetingAt('2026-06-18T10:00', { institutionId: network.id });
    first = await fetchFeed(slug);
  });

  it('gets the same bytes every time, until something changes', async () => {
    await instance.later({ hours: 1 });
    const again = await fetchFeed(slug);
    expect(again.body).toBe(first.body);
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
    expect(first.headers.get('etag')).toMatch(/^"[\w-]+"$/);
  });

  it('that knows other bytes gets them, whatever the date says: If-None-Match wins', async () => {
    const since = 'Fri, 01 Jan 2100 00:00:00 GMT';
    const headers = { 'if-none-match': '"other"', 'if-modified-since': since };
    expect((await fetchFeed(slug, { headers })).status).toBe(200);
    const etag = first.headers.get('etag') ?? '';
    const old = { 'if-none-match': etag, 'if-modified-since': 'Mon, 01 Jan 1990 00:00:00 GMT' };
    expect((await fetchFeed(slug, { headers: old })).status).toBe(304);
  });

  it('may ask for the head alone', async () => {
    const head = await fetchFeed(slug, { method: 'HEAD' });
    const whole = await fetchFeed(slug, { headers: { 'accept-encoding': 'identity' } });
    expect([head.status, head.body]).toEqual([200, '']);
    for (const name of ['etag', 'last-modified', 'content-type', 'content-length', 'cache-control']) {
      expect([name, head.headers.get(name)]).toEqual([name, whole.headers.get(name)]);
    }
  });
});

describe('a cancelled meeting', () => {
  it('stays, said to be cancelled, until its day has passed', async () => {
    const other = await TestInstance.start();
    try {
      const network = await anInstitution(other.reader, { kind: 'network' });
      const times = { startsLocal: '2026-03-04T10:00', endsLocal: '2026-03-04T12:00' };
      const { id, version } = await other.publish({ institutionId: network.id, ...times });
      await other.ask('POST', `/meetings/${id}/cancel`, {}, version);
      const feed = () => other.api.browser({}).get<string>(`/feeds/networks/${network.slug}.ics`);
      const [event] = readCalendar((await feed()).body).events;
      expect(event).toMatchObject({
        title: 'Abgesagt: Austausch der Clustermanager',
        status: 'CANCELLED',
        transparency: 'TRANSPARENT',
        sequence: 1,
      });
      const until = async (text: string) => {
        const now = other.clock.now();
        other.clock.advance(now.until(berlin(text).toInstant()));
        return readCalendar((await feed()).body).events.length;
      };
      expect(await until('2026-03-04T12:30')).toBe(1);
      expect(await until('2026-03-04T23:59:59')).toBe(1);
      expect(await until('2026-03-05T00:00:01')).toBe(0);
    } finally {
      await other.close();
    }
  });
});

describe('a network that is renamed', () => {
  it('serves the same bytes under its former name, without a redirect', async () => {
    const slug = `frueher-${crypto.randomUUID().slice(0, 8)}`;
    const name = { de: 'Netz' };
    const network = await instance.ask<{ id: string; version: number }>('POST', '/institutions', {
      kind: 'network',
      slug,
      name,
    });
    await meetingAt('2026-06-18T10:00', { institutionId: network.id });
    const renamed = `heute-${slug}`;
    await instance.ask('PATCH', `/institutions/${network.id}`, { slug: renamed }, network.version);
    const [former, present] = [await fetchFeed(slug), await fetchFeed(renamed)];
    expect([former.status, present.status]).toEqual([200, 200]);
    expect(former.body).toBe(present.body);
    expect(former.headers.get('etag')).toBe(present.headers.get('etag'));
  });
});

describe('feed and mail', () => {
  let slug: string;
  let meeting: MeetingDto;
  let address: string;
  beforeAll(async () => {
    const { network } = await aNetworkOfManagers(instance.reader, [{}]);
    ({ slug } = network);
    meeting = await instance.publish({ institutionId: network.id });
    const [invitation] = await instance.invite(meeting.id, network.id);
    address = invitation?.address ?? '';
  });

  const compare = async () => {
    const [inFeed] = readCalendar((await fetchFeed(slug)).body).events;
    const inMail = (await instance.lastMailTo(address)).calendar?.event;
    const facts = ['uid', 'title', 'location', 'startsAt', 'endsAt', 'zone', 'geo', 'allDay'] as const;
    return facts.map((fact) => [fact, inFeed?.[fact], inMail?.[fact]]);
  };

  it('say the same of a meeting, so that they are one entry', async () => {
    for (const [fact, inFeed, inMail] of await compare()) expect([fact, inFeed]).toEqual([fact, inMail]);
  });

  it('say the same after it has moved', async () => {
    const patch = {
      startsLocal: '2026-11-03T09:30',
      endsLocal: '2026-11-03T12:00',
      place: { city: 'Halle' },
    };
    await instance.ask('PATCH', `/meetings/${meeting.id}`, patch, meeting.version);
    await instance.settled();
    const facts = await compare();
    for (const [fact, inFeed, inMail] of facts) expect([fact, inFeed]).toEqual([fact, inMail]);
    expect(facts).toContainEqual(['startsAt', '2026-11-03T08:30:00Z', '2026-11-03T08:30:00Z']);
  });

  it('are the same bytes in a process that stands in another zone', async () => {
    const { body } = await fetchFeed(slug);
    const program = join(import.meta.dirname, '../../support/print-feed.mjs');
    const args = [program, instance.api.database.url, slug, instance.clock.now().toString()];
    for (const TZ of ['America/New_York', 'Pacific/Kiritimati']) {
      const env = { PATH: process.env['PATH'], TZ };
      const { stdout } = await promisify(execFile)(process.execPath, args, { env });
      expect(stdout).toBe(body);
    }
  });
});
