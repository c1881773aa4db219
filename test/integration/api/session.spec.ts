import { AddOwner, CreateApiKey } from '#access';
import { enterAsOwner, owner, setupToken, startTestApi } from '../../support/test-api.js';
import type { TestApi } from '../../support/test-api.js';

describe('sessions and keys', () => {
  let api: TestApi;
  beforeAll(async () => (api = await startTestApi()));
  beforeEach(() => api.database.clear());
  afterAll(() => api.close());

  const me = '/api/v1/session';
  const rows = (table: string) => api.database.dataSource.query<object[]>(`SELECT id FROM ${table}`);

  it('asks for a session where one is needed', async () => {
    expect(await api.browser().get(me)).toMatchObject({
      status: 401,
      body: { code: 'access.not-signed-in', params: {}, errors: [] },
    });
  });

  it('slides by use and ends after 30 days without', async () => {
    const browser = await enterAsOwner(api);
    for (let n = 0; n < 3; n += 1) {
      api.clock.advance({ hours: 29 * 24 });
      const reply = await browser.get(me);
      expect(reply.status).toBe(200);
      expect(reply.headers.getSetCookie().join()).toContain('Max-Age=2592000');
    }
    expect((await browser.get(me)).headers.getSetCookie()).toEqual([]);
    api.clock.advance({ hours: 30 * 24 });
    expect((await browser.get(me)).status).toBe(401);
  });

  it('ends by signing out, for the cookie and for whoever copied it; signing out twice is fine', async () => {
    const browser = await enterAsOwner(api);
    const secret = browser.cookie('session') ?? '';
    expect((await browser.delete(me)).status).toBe(204);
    expect(browser.cookie('session')).toBeUndefined();
    expect((await api.browser().get(me, { cookie: `session=${secret}` })).status).toBe(401);
    expect((await browser.delete(me)).status).toBe(204);
  });

  it('keeps no secret in the database', async () => {
    const browser = await enterAsOwner(api);
    const dump = JSON.stringify(await api.database.dataSource.query('SELECT * FROM session'));
    expect(dump).not.toContain(browser.cookie('session'));
  });

  it('refuses unsafe calls with a cookie from another site', async () => {
    const browser = await enterAsOwner(api);
    const foreign: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': '', origin: 'https://evil.example' },
      { 'sec-fetch-site': '', origin: 'null' },
    ];
    for (const headers of foreign) {
      const reply = await browser.send('DELETE', me, { headers });
      expect(reply).toMatchObject({ status: 403, body: { code: 'access.denied' } });
    }
    expect((await browser.get(me, { 'sec-fetch-site': 'cross-site' })).status).toBe(200);
    const ownOrigin = { 'sec-fetch-site': '', origin: browser.origin };
    expect((await browser.send('DELETE', me, { headers: ownOrigin })).status).toBe(204);
  });

  it('lets a program in by its key, with the owner’s rights', async () => {
    await enterAsOwner(api);
    const key = await api.app.get(CreateApiKey).run('nightly import');
    const program = api.browser({ authorization: `Bearer ${key}` });
    expect(await program.get(me)).toMatchObject({
      status: 200,
      body: { name: 'Kim Beispiel', roles: [{ role: 'owner', institutionId: null }] },
    });
    await api.database.dataSource.query('UPDATE api_key SET revoked_at = created_at');
    expect((await program.get(me)).status).toBe(401);
  });

  it('refuses a wrong key even where none is needed', async () => {
    for (const key of ['x', 'a'.repeat(32), `${'a'.repeat(32)}' OR 1=1`]) {
      const program = api.browser({ authorization: `Bearer ${key}` });
      expect((await program.get('/api/v1/instance')).status).toBe(401);
    }
  });

  it('makes no key while there is no owner', async () => {
    await expect(api.app.get(CreateApiKey).run('x')).rejects.toThrow('setup.not-done');
  });

  it('sets Secure and the __Host- prefix on https', async () => {
    const secure = await startTestApi({ PUBLIC_URL: 'https://netz.example' });
    const body = { ...owner, token: await setupToken(secure) };
    const reply = await secure.browser().post('/api/v1/setup', body);
    expect(reply.headers.getSetCookie().join()).toMatch(/^__Host-session=.*; HttpOnly; Secure; SameSite=Lax/);
    await secure.close();
  });

  describe('adding an owner from the command line', () => {
    const name = {
      academicTitle: null,
      givenName: 'Mo',
      familyName: 'Muster',
      salutation: 'none',
      language: 'en',
    } as const;

    it('takes whoever has the address, and does it once', async () => {
      await enterAsOwner(api);
      for (let n = 0; n < 2; n += 1) await api.app.get(AddOwner).run('Kim@netz.example');
      expect(await rows('person')).toHaveLength(1);
      expect(await rows('role_grant')).toHaveLength(1);
    });

    it('needs a name for somebody unknown', async () => {
      await expect(api.app.get(AddOwner).run('mo@netz.example')).rejects.toThrow('owner.person-unknown');
      await api.app.get(AddOwner).run('mo@netz.example', name);
      expect(await rows('person')).toHaveLength(1);
      expect(await rows('role_grant')).toHaveLength(1);
    });

    it('does not choose between people who share an address', async () => {
      for (const address of ['one@netz.example', 'two@netz.example']) {
        await api.app.get(AddOwner).run(address, name);
      }
      await api.database.dataSource.query(
        `UPDATE person_address SET address = 'office@netz.example', address_folded = 'office@netz.example'`,
      );
      await expect(api.app.get(AddOwner).run('office@netz.example')).rejects.toThrow('owner.address-shared');
    });
  });
});
