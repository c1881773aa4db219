import { enterAsOwner, owner, setupToken, startTestApi } from '../../support/test-api.js';
import type { TestApi } from '../../support/test-api.js';

describe('set-up', () => {
  let api: TestApi;
  beforeAll(async () => (api = await startTestApi()));
  beforeEach(() => api.database.clear());
  afterAll(() => api.close());

  const count = async (table: string): Promise<number> => {
    const [row] = await api.database.dataSource.query<{ n: number }[]>(`SELECT count(*) AS n FROM ${table}`);
    return row?.n ?? -1;
  };

  it('offers its link until there is an owner', async () => {
    const token = await setupToken(api);
    const browser = api.browser();
    expect((await browser.get('/api/v1/instance')).body).toMatchObject({ setUp: false, sendsMail: false });
    expect((await browser.post('/api/v1/setup/check', { token })).body).toEqual({ open: true });
    expect((await browser.post('/api/v1/setup/check', { token: 'a'.repeat(32) })).body).toEqual({
      open: false,
    });
    await enterAsOwner(api);
    expect((await browser.post('/api/v1/setup/check', { token })).body).toEqual({ open: false });
    expect((await browser.get('/api/v1/instance')).body).toMatchObject({ setUp: true });
    expect(await setupToken(api)).toBe('');
  });

  it('creates the owner with address and login and signs in', async () => {
    const browser = api.browser();
    const reply = await browser.post('/api/v1/setup', { ...owner, token: await setupToken(api) });
    const me = {
      personId: expect.any(String),
      name: 'Kim Beispiel',
      address: 'kim@netz.example',
      language: 'de',
      roles: [{ role: 'owner', institutionId: null }],
    };
    expect(reply).toMatchObject({ status: 201, body: me });
    expect(reply.headers.getSetCookie().join()).toMatch(/session=[a-z2-7]{32}; .*HttpOnly; SameSite=Lax/);
    expect(await browser.get('/api/v1/session')).toMatchObject({ status: 200, body: me });
    expect(await count('person_address')).toBe(1);
  });

  it('loads the sample network if that is wished', async () => {
    const browser = api.browser();
    const body = { ...owner, token: await setupToken(api), sampleNetwork: true };
    expect((await browser.post('/api/v1/setup', body)).status).toBe(201);
    const clusters = await browser.get<{ items: unknown[] }>('/api/v1/institutions?kind=cluster');
    expect(clusters.body.items).toHaveLength(7);
  });

  it('makes one owner of two who come at once', async () => {
    const token = await setupToken(api);
    const replies = await Promise.all(
      ['a', 'b', 'c', 'd'].map((name) =>
        api.browser().post('/api/v1/setup', { ...owner, token, address: `${name}@netz.example` }),
      ),
    );
    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409]);
    expect([await count('person'), await count('login'), await count('role_grant')]).toEqual([1, 1, 1]);
  });

  it('refuses another token, and every token once there is an owner', async () => {
    const token = await setupToken(api);
    const wrong = await api.browser().post('/api/v1/setup', { ...owner, token: 'a'.repeat(32) });
    expect(wrong).toMatchObject({ status: 404, body: { code: 'setup.link-unknown' } });
    expect(await count('person')).toBe(0);
    await enterAsOwner(api);
    const late = await api.browser().post('/api/v1/setup', { ...owner, token });
    expect(late).toMatchObject({ status: 409, body: { code: 'setup.already-done' } });
  });

  it('names every field that does not fit', async () => {
    const reply = await api.browser().post('/api/v1/setup', {
      token: 'short',
      address: 'nobody',
      givenName: '',
      familyName: 'Bei\r\nBcc: all@netz.example',
      salutation: 'lord',
      nickname: 'K',
    });
    expect(reply).toMatchObject({ status: 422, body: { code: 'validation.failed' } });
    expect((reply.body as { errors: unknown }).errors).toEqual(
      expect.arrayContaining([
        { pointer: '/token', code: 'validation.not-a-token', params: {} },
        { pointer: '/address', code: 'validation.not-an-address', params: {} },
        { pointer: '/givenName', code: 'validation.required', params: { minimum: 1 } },
        { pointer: '/familyName', code: 'validation.control-characters', params: {} },
        {
          pointer: '/salutation',
          code: 'validation.not-one-of',
          params: { options: ['frau', 'herr', 'none'] },
        },
        { pointer: '/nickname', code: 'validation.unknown-field', params: { fields: ['nickname'] } },
      ]),
    );
  });
});
