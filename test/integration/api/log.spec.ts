import { CreateApiKey } from '#access';
import { enterAsOwner, owner, setupToken, startTestApi } from '../../support/test-api.js';
import type { TestApi } from '../../support/test-api.js';

/** How many clients the api saw where one asked, through two proxies. */
async function clientsOf(settings: Record<string, string>): Promise<number> {
  const api = await startTestApi(settings);
  for (const from of ['203.0.113.1', '203.0.113.2']) {
    await api.browser().post('/api/v1/sign-in', { address: 'a@netz.example' }, { 'x-forwarded-for': from });
  }
  const rows = await api.database.dataSource.query<object[]>(
    'SELECT DISTINCT client_hash FROM sign_in_request',
  );
  await api.close();
  return rows.length;
}

describe('the log', () => {
  let api: TestApi;
  let log = '';
  beforeAll(async () => {
    api = await startTestApi({ LOG_LEVEL: 'trace' }, { log: { write: (line) => void (log += line) } });
  });
  afterAll(() => api.close());

  it('names routes by their pattern and no secret, address, name or body', async () => {
    const secrets = [owner.address, owner.familyName, 'netz.example', await setupToken(api)];
    const browser = await enterAsOwner(api);
    secrets.push(browser.cookie('session') ?? 'no session');
    const key = await api.app.get(CreateApiKey).run('nightly');
    secrets.push(key);
    await api.browser({ authorization: `Bearer ${key}` }).get('/api/v1/session');
    await browser.post('/api/v1/sign-in', { address: owner.address });
    const [, token = '', code = ''] =
      /#([a-z2-7]{32}) \(code (\d{6})\)$/.exec(api.printed.at(-1) ?? '') ?? [];
    await browser.post('/api/v1/sign-in/complete', { code });
    await browser.get(`/i/${token}`, { accept: 'text/html' });
    await browser.get(`/console/sign-in/complete?token=${token}`);
    await browser.post('/api/v1/people', `{"familyName": "${owner.familyName}`);
    secrets.push(
      token,
      code,
      browser.cookie('session') ?? 'no session',
      browser.cookie('sign-in') ?? 'no cookie',
    );
    expect(log).toContain('"route":"/i/:token"');
    expect(log).toContain('"route":"/api/v1/sign-in/complete"');
    expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
  });

  it('tells of an error with the id that the caller was given, and without values', async () => {
    const { dataSource } = api.database;
    await dataSource.query('ALTER TABLE login RENAME TO login_gone');
    const reply = await api.browser().post('/api/v1/sign-in', { address: owner.address });
    await dataSource.query('ALTER TABLE login_gone RENAME TO login');
    const requestId = reply.headers.get('x-request-id') ?? '';
    const line = log.split('\n').find((one) => one.includes(requestId) && one.includes('"err"')) ?? '{}';
    expect(JSON.parse(line)).toMatchObject({
      level: 50,
      requestId,
      err: { type: 'QueryFailedError', code: '42P01' },
    });
    expect(line).not.toMatch(/kim@|SELECT|INSERT/);
  });
});

describe('the address a client asks from', () => {
  it('is what a proxy says only if the proxy is trusted', async () => {
    expect(await clientsOf({})).toBe(1);
    expect(await clientsOf({ TRUSTED_PROXIES: 'loopback' })).toBe(2);
  });
});
