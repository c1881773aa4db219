import { createConnection } from 'node:net';
import { enterAsOwner, owner, setupToken, startTestApi } from '../../support/test-api.js';
import type { TestApi } from '../../support/test-api.js';

const ID = '019a8f3e-0000-7000-8000-000000000001';
const INSTITUTIONS = '/api/v1/institutions';

describe('the api on HTTP', () => {
  let api: TestApi;
  beforeAll(async () => (api = await startTestApi()));
  beforeEach(() => api.database.clear());
  afterAll(() => api.close());

  it('answers an unknown route with a problem, and a reader with a page', async () => {
    const browser = api.browser();
    const reply = await browser.get('/api/v1/nothing/here');
    expect(reply).toMatchObject({ status: 404, body: { code: 'not-found', status: 404 } });
    expect(reply.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(reply.headers.get('x-request-id')).toBe((reply.body as { requestId: string }).requestId);
    const page = await browser.get('/nothing', { accept: 'text/html', 'accept-language': 'en' });
    expect(page.status).toBe(404);
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
  });

  it.each([
    ['{', 400, 'request.broken-json'],
    ['', 400, 'request.broken-json'],
    ['{"a":1}trailing', 400, 'request.broken-json'],
    ['{"__proto__":{"owner":true}}', 400, 'request.broken-json'],
    ['null', 422, 'validation.failed'],
    ['[]', 422, 'validation.failed'],
    [`{"address":"${'a'.repeat(1024 * 1024)}"}`, 413, 'request.too-large'],
  ])('refuses the body %.30s with %i', async (body, status, code) => {
    const reply = await api.browser().post('/api/v1/sign-in', body);
    expect(reply).toMatchObject({ status, body: { code } });
  });

  it('refuses a body it cannot read and one that came packed', async () => {
    const browser = api.browser();
    const picture = await browser.post('/api/v1/sign-in', 'x', { 'content-type': 'image/png' });
    expect(picture).toMatchObject({ status: 415, body: { code: 'request.unsupported-type' } });
    const packed = await browser.post('/api/v1/sign-in', 'x', { 'content-encoding': 'gzip' });
    expect(packed.status).toBe(400);
  });

  it.each([
    ['/%zz', 400],
    ['/api/v1/institutions/%00', 401],
    [`/api/v1/institutions/${'a'.repeat(300)}`, 414],
    ['/api/v1/../../etc/passwd', 404],
    ['/api/v1/session/', 401],
  ])('answers %.60s with %i', async (path, status) => {
    const reply = await rawGet(api.url, path);
    expect(reply).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(reply).not.toMatch(/ at .*\.(js|ts):\d+/);
  });

  it('names every failing part of a call', async () => {
    const browser = await enterAsOwner(api);
    const reply = await browser.patch(
      `${INSTITUTIONS}/x`,
      { kind: 'network', zone: 'Mars/Olympus' },
      { 'if-match': '"1"' },
    );
    expect(reply.status).toBe(422);
    expect((reply.body as { errors: { pointer: string; code: string }[] }).errors).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ pointer: ':id', code: 'validation.not-an-id' }),
        expect.objectContaining({ pointer: '/zone', code: 'validation.unknown-zone' }),
        expect.objectContaining({ pointer: '/kind', code: 'validation.unknown-field' }),
      ]),
    );
    const list = await browser.get(`${INSTITUTIONS}?limit=-1&kind=club`);
    expect(list).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '?limit' }, { pointer: '?kind', code: 'validation.not-one-of' }] },
    });
  });

  it.each(['Kim\r\nBcc: all@netz.example', 'Kim\u0000', 'Kim\u2028x', 'Kim\u001b[31m'])(
    'takes no control characters into a name: %j',
    async (givenName) => {
      const browser = await enterAsOwner(api);
      const person = { givenName, familyName: 'Beispiel', addresses: ['kim@netz.example'] };
      const reply = await browser.post('/api/v1/people', person);
      expect(reply).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/givenName', code: 'validation.control-characters' }] },
      });
    },
  );

  it('takes quotes, semicolons and markup as what they are', async () => {
    const browser = await enterAsOwner(api);
    const familyName = `O'Neill; "DROP" <b>\\n,`;
    const reply = await browser.post('/api/v1/people', { givenName: 'Kim', familyName });
    expect(reply).toMatchObject({ status: 201, body: { familyName } });
  });

  it('says nothing about an error of its own but the id it is logged under', async () => {
    const { dataSource } = api.database;
    await dataSource.query('ALTER TABLE instance RENAME TO instance_gone');
    const reply = await api.browser().get('/api/v1/instance');
    await dataSource.query('ALTER TABLE instance_gone RENAME TO instance');
    const requestId = reply.headers.get('x-request-id');
    expect(reply.status).toBe(500);
    expect(reply.body).toEqual({
      type: 'urn:jourfixe:problem:internal',
      status: 500,
      code: 'internal',
      params: { requestId },
      errors: [],
      requestId,
    });
  });

  it('lets nothing be loaded from elsewhere, framed, guessed or kept', async () => {
    const browser = await enterAsOwner(api);
    const { headers } = await browser.get('/api/v1/session');
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-powered-by')).toBeNull();
    expect((await browser.get('/nothing')).headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('says whether it lives and whether it is ready', async () => {
    expect(await api.browser().get('/health/live')).toMatchObject({ status: 200, body: { status: 'live' } });
    expect(await api.browser().get('/health/ready')).toMatchObject({
      status: 200,
      body: { status: 'ready' },
    });
  });

  it('serves its contract to programs and to people', async () => {
    const contract = await api.browser().get('/api/openapi.json');
    expect(contract).toMatchObject({ status: 200, body: { openapi: '3.1.0' } });
    const docs = await api.browser().get('/api/docs');
    expect(docs.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
  });

  it('gives the ETag of a version and refuses a change without one, or of an older one', async () => {
    const browser = await enterAsOwner(api);
    const made = await browser.post<{ id: string }>(INSTITUTIONS, {
      kind: 'network',
      slug: 'mitteldeutschland',
      name: { de: 'Mitteldeutschland' },
    });
    expect(made.status).toBe(201);
    expect(made.headers.get('etag')).toBe('"1"');
    const path = `${INSTITUTIONS}/${made.body.id}`;
    const change = { colour: '#1d4f63' };
    expect(await browser.patch(path, change)).toMatchObject({
      status: 428,
      body: { code: 'version.required' },
    });
    const changed = await browser.patch(path, change, { 'if-match': '"1"' });
    expect([changed.status, changed.headers.get('etag')]).toEqual([200, '"2"']);
    expect(await browser.patch(path, { shortName: 'MD' }, { 'if-match': '"1"' })).toMatchObject({
      status: 412,
      body: { code: 'version.stale' },
    });
    expect((await browser.get(path)).headers.get('etag')).toBe('"2"');
  });

  it('hides a row that is not there behind the same refusal as any', async () => {
    const browser = await enterAsOwner(api);
    expect((await browser.get(`${INSTITUTIONS}/${ID}`)).status).toBe(404);
    expect((await api.browser().get(`${INSTITUTIONS}/${ID}`)).status).toBe(401);
  });

  it('takes a form for pages, and no form where JSON belongs', async () => {
    const body = new URLSearchParams({ ...owner, token: await setupToken(api) }).toString();
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const cross = { ...form, 'sec-fetch-site': 'cross-site' };
    expect((await api.browser().post('/api/v1/setup', body, cross)).status).toBe(403);
  });
});

/** What a client that normalises nothing gets. */
function rawGet(url: string, path: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = createConnection(Number(port), hostname);
    let text = '';
    socket.setEncoding('utf8').on('data', (part: string) => (text += part));
    socket.on('end', () => resolve(text)).on('error', reject);
    socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\nConnection: close\r\n\r\n`);
  });
}
