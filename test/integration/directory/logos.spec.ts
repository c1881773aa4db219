import type { InstitutionDto, Problem } from '#contracts';
import { packed } from '../../support/imports.js';
import { enterAsOwner, startTestApi } from '../../support/test-api.js';
import type { TestApi } from '../../support/test-api.js';
import type { TestBrowser } from '../../support/test-browser.js';

const MEGABYTE = 1024 * 1024;
const png = Buffer.from('\u0089PNG\r\n\u001a\n\0\0\0\rIHDR one', 'latin1');
const webp = Buffer.from('RIFF\u0010\0\0\0WEBPVP8 two', 'latin1');

let api: TestApi;
let browser: TestBrowser;
let institution: InstitutionDto;
beforeAll(async () => (api = await startTestApi()));
beforeEach(async () => {
  await api.database.clear();
  browser = await enterAsOwner(api);
  const input = { kind: 'cluster', slug: 'chemie', name: { de: 'Chemie' } };
  institution = (await browser.post<InstitutionDto>('/api/v1/institutions', input)).body;
});
afterAll(() => api.close());

describe('a logo', () => {
  it('is kept, shown to everybody as what it is, replaced and taken away', async () => {
    const { body, status, headers } = await upload(png);
    expect(status).toBe(200);
    expect(headers.get('etag')).toBe('"2"');
    const shown = await api.browser().get(`/files/${body.logoFileId}`);
    expect(shown.status).toBe(200);
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': 'attachment',
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    const replaced = await upload(webp, { version: 2 });
    expect(replaced.body.logoFileId).not.toBe(body.logoFileId);
    expect((await api.browser().get(`/files/${body.logoFileId}`)).status).toBe(404);
    const removed = await browser.send<InstitutionDto>('DELETE', logoPath(), {
      headers: { 'if-match': '"3"' },
    });
    expect(removed).toMatchObject({ status: 200, body: { logoFileId: null, version: 4 } });
    expect(await api.database.dataSource.query('SELECT id FROM file')).toEqual([]);
    expect(await actions()).toEqual(['institution.change', 'institution.change', 'institution.change']);
  });

  it('that is the same as before changes nothing', async () => {
    const first = await upload(png);
    const again = await upload(png, { version: 2 });
    expect(again.body).toEqual(first.body);
    expect(await actions()).toHaveLength(1);
  });

  it('that several institutions have is there until the last gives it up', async () => {
    await upload(png);
    const input = { kind: 'cluster', slug: 'optik', name: { de: 'Optik' } };
    const other = (await browser.post<InstitutionDto>('/api/v1/institutions', input)).body;
    const { body } = await upload(png, { id: other.id });
    await browser.send('DELETE', logoPath(), { headers: { 'if-match': '"2"' } });
    expect((await api.browser().get(`/files/${body.logoFileId}`)).status).toBe(200);
  });

  it.each([
    [
      'a drawing that may carry scripts',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'logo.png',
    ],
    ['a text', Buffer.from('Hallo'), 'logo.png'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'logo.jpg'],
  ])('is not %s, whatever it is called', async (_, bytes, name) => {
    const refused = await upload<Problem>(bytes, { name });
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'institution.logo-not-a-picture', errors: [{ pointer: '/file' }] },
    });
  });

  it('has up to 1 MB and not a byte more; too much is refused clearly, however much it is', async () => {
    for (const size of [MEGABYTE + 1, 30 * MEGABYTE]) {
      const refused = await upload<Problem>(picture(size));
      expect(refused).toMatchObject({
        status: 413,
        body: { code: 'file.too-large', params: { megabytes: 1 } },
      });
    }
    expect((await upload(picture(MEGABYTE))).status).toBe(200);
  });

  it('is refused where no file comes, an empty one, or one under another name', async () => {
    const asJson = await browser.send<Problem>('PUT', logoPath(), {
      body: {},
      headers: { 'if-match': '"1"' },
    });
    expect(asJson).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/file', code: 'file.missing' }] },
    });
    expect(await upload<Problem>(png, { field: 'picture' })).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'file.missing' }] },
    });
    expect(await upload<Problem>(Buffer.alloc(0))).toMatchObject({
      status: 422,
      body: { code: 'file.empty' },
    });
  });

  it('needs a session, a version and the right one', async () => {
    expect(await upload<Problem>(png, { by: api.browser() })).toMatchObject({ status: 401 });
    expect(await upload<Problem>(png, { version: null })).toMatchObject({ status: 428 });
    expect(await upload<Problem>(png, { version: 7 })).toMatchObject({ status: 412 });
    expect(await api.database.dataSource.query('SELECT id FROM file')).toEqual([]);
  });
});

function picture(size: number): Buffer {
  return Buffer.concat([png, Buffer.alloc(size - png.length)]);
}

interface Sending {
  readonly id?: string;
  readonly version?: number | null;
  readonly name?: string;
  readonly field?: string;
  readonly by?: TestBrowser;
}

async function upload<Body = InstitutionDto>(bytes: Buffer, sending: Sending = {}) {
  const { id = institution.id, version = 1, name = 'logo.png', field = 'file', by = browser } = sending;
  const { body, headers } = await packed(bytes, name, field);
  return by.send<Body>('PUT', `/api/v1/institutions/${id}/logo`, {
    body,
    headers: {
      ...headers,
      ...(version === null ? {} : { 'if-match': `"${version}"` }),
    },
  });
}

function logoPath(): string {
  return `/api/v1/institutions/${institution.id}/logo`;
}

async function actions(): Promise<string[]> {
  const rows: { action: string }[] = await api.database.dataSource.query(
    `SELECT action FROM audit_entry WHERE action LIKE 'institution.%' AND action <> 'institution.create'`,
  );
  return rows.map(({ action }) => action);
}
