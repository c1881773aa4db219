import { aMeeting } from '../../factories/meetings.factory.js';
import { anInstitution } from '../../factories/directory.factory.js';
import { UnitOfWork } from '#database';
import type { Reader } from '#database';
import { Temporal } from '#kernel';
import { startTestApi } from '../../support/test-api.js';
import type { TestApi } from '../../support/test-api.js';

let api: TestApi;
let reader: Reader;
beforeAll(async () => {
  api = await startTestApi();
  ({ reader } = api.app.get(UnitOfWork));
});
afterAll(() => api.close());

const later = Temporal.Instant.from('2026-03-01T08:00:00Z');

/** A network with two meetings; the second was changed last. */
async function aFeed() {
  const { id, slug } = await anInstitution(reader, { kind: 'network' });
  await aMeeting(reader, { institutionId: id });
  const last = await aMeeting(reader, { institutionId: id, title: { de: 'Vorstand' }, changedAt: later });
  return { path: `/feeds/networks/${slug}.ics`, last };
}

it('answers 304 to whoever has the bytes, also by a weak tag', async () => {
  const { path } = await aFeed();
  const { headers, body } = await api.browser().get(path);
  const etag = headers.get('etag') ?? '';
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const { status } = await api.browser().get(path, { 'if-none-match': known });
    expect([known, status]).toEqual([known, 304]);
  }
  expect(await api.browser().get(path, { 'if-none-match': '"other"' })).toMatchObject({ status: 200, body });
});

it('takes a hidden meeting from readers that ask by date', async () => {
  const { path, last } = await aFeed();
  const before = await api.browser().get(path);
  expect(before.body).toContain('Vorstand');
  await reader.manager.update('Meeting', { id: last.id }, { visibility: 'invited' });
  const since = before.headers.get('last-modified') ?? '';
  expect(since).toBe('Sun, 01 Mar 2026 08:00:00 GMT');
  const { status, body } = await api.browser().get(path, { 'if-modified-since': since });
  expect({ status, hasIt: String(body).includes('Vorstand') }).toEqual({ status: 200, hasIt: false });
});

it('is packed, but not for Outlook', async () => {
  const { path } = await aFeed();
  const packing = async (agent: string) => {
    const { headers } = await api.browser().get(path, { 'accept-encoding': 'gzip', 'user-agent': agent });
    return headers.get('content-encoding');
  };
  expect(await packing('Thunderbird/140.0')).toBe('gzip');
  expect(await packing('Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.14326)')).toBeNull();
});
