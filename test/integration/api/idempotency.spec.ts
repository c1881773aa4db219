import { enterAsOwner, startTestApi } from '../../support/test-api.js';
import type { TestApi } from '../../support/test-api.js';
import type { TestBrowser } from '../../support/test-browser.js';

const PEOPLE = '/api/v1/people';
const kim = { givenName: 'Kim', familyName: 'Beispiel' };
const create = (browser: TestBrowser, key: string, body: object = kim) =>
  browser.post<{ id: string; code?: string }>(PEOPLE, body, { 'idempotency-key': key });

describe('Idempotency-Key', () => {
  let api: TestApi;
  let browser: TestBrowser;
  beforeAll(async () => (api = await startTestApi()));
  beforeEach(async () => {
    await api.database.clear();
    browser = await enterAsOwner(api);
  });
  afterAll(() => api.close());

  const people = async () =>
    (await api.database.dataSource.query<object[]>('SELECT id FROM person')).length - 1;

  it('does a repeated call once and answers it twice, ETag and all', async () => {
    const first = await create(browser, 'a');
    const second = await create(browser, 'a');
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect(second.headers.get('etag')).toBe('"1"');
    expect(await people()).toBe(1);
    await create(browser, 'b');
    expect(await people()).toBe(2);
  });

  it('does it once when both come at once', async () => {
    const replies = await Promise.all(Array.from({ length: 6 }, () => create(browser, 'a')));
    const statuses = replies.map(({ status }) => status);
    expect(statuses.filter((status) => status !== 201 && status !== 409)).toEqual([]);
    expect(await people()).toBe(1);
    expect((await create(browser, 'a')).status).toBe(201);
  });

  it('refuses the key of another call', async () => {
    await create(browser, 'a');
    expect(await create(browser, 'a', { ...kim, givenName: 'Mo' })).toMatchObject({
      status: 422,
      body: { code: 'idempotency.other-request' },
    });
    expect(await people()).toBe(1);
  });

  it('keeps no refusal: the same key may be sent again when the fault is mended', async () => {
    expect((await create(browser, 'a', { givenName: 'Kim' })).status).toBe(422);
    expect((await create(browser, 'a')).status).toBe(201);
  });

  it('says that a call is still at work, and gives up on one that died', async () => {
    const [{ id }] = await api.database.dataSource.query<[{ id: string }]>(
      'SELECT person_id AS id FROM login',
    );
    await create(browser, 'a');
    await api.database.dataSource.query('UPDATE idempotency_key SET status = NULL WHERE person_id = $1', [
      id,
    ]);
    expect(await create(browser, 'a')).toMatchObject({
      status: 409,
      body: { code: 'idempotency.in-progress' },
    });
    api.clock.advance({ minutes: 10 });
    expect((await create(browser, 'a')).status).toBe(201);
  });

  it('forgets after 24 hours', async () => {
    const first = await create(browser, 'a');
    api.clock.advance({ hours: 24 });
    expect((await create(browser, 'a')).body.id).not.toBe(first.body.id);
  });

  it('belongs to whoever sent it', async () => {
    const guest = api.browser();
    const asked = await guest.post(
      '/api/v1/sign-in',
      { address: 'a@netz.example' },
      { 'idempotency-key': 'a' },
    );
    expect(asked.status).toBe(202);
    expect((await create(browser, 'a')).status).toBe(201);
  });

  it('refuses a key that is none', async () => {
    for (const key of ['x'.repeat(201), 'two words']) {
      expect(await create(browser, key)).toMatchObject({
        status: 400,
        body: { code: 'idempotency.key-not-valid' },
      });
    }
  });
});
