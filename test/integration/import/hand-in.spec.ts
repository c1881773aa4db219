import type { ImportDto } from '#contracts';
import { anInstitution } from '../../factories/directory.factory.js';
import { handIn } from '../../support/imports.js';
import { enterAsOwner, startTestApi } from '../../support/test-api.js';
import type { TestApi } from '../../support/test-api.js';
import type { TestBrowser } from '../../support/test-browser.js';

let api: TestApi;
let browser: TestBrowser;
let institutionId: string;
beforeAll(async () => {
  api = await startTestApi();
  browser = await enterAsOwner(api);
  institutionId = (await anInstitution({ manager: api.database.dataSource.manager })).id;
});
afterAll(() => api.close());

const wide = Array.from({ length: 300 }, (_, index) => `c${index}`).join(';');

describe('a file that is handed in', () => {
  it.each<[string, string | Buffer, number, string]>([
    ['nothing', '', 422, 'sheet.empty'],
    ['titles alone', 'Vorname;Nachname', 422, 'import.only-titles'],
    ['300 columns', `${wide}\n${wide}`, 422, 'sheet.too-many-columns'],
    ['a PDF named .csv', '%PDF-1.7', 415, 'sheet.not-recognised'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae100', 'hex'), 415, 'sheet.old-workbook'],
    ['a broken workbook', 'PK\u0003\u0004', 422, 'sheet.damaged'],
    ['more than 20 MB', Buffer.alloc(21 * 1024 * 1024, 'a;b\n'), 413, 'file.too-large'],
  ])('is refused when it is %s, and nothing is kept', async (_, content, status, code) => {
    const reply = await handIn(browser, { kind: 'people', institutionId, content });
    expect(reply).toMatchObject({ status, body: { code } });
    expect(await api.database.dataSource.query('SELECT id FROM file')).toEqual([]);
  });

  it('is refused by its size before it is read', async () => {
    const path = `/api/v1/imports?kind=people&institutionId=${institutionId}`;
    const started = await announce(path, 200 * 1024 * 1024);
    expect(started).toBe(413);
  });

  it('may be an address book', async () => {
    const card = 'BEGIN:VCARD\r\nVERSION:4.0\r\nN:Müller;Änne;;;\r\nEMAIL:a@chemie.example\r\nEND:VCARD\r\n';
    const reply = await handIn(browser, { kind: 'people', institutionId, content: card, fileName: 'a.vcf' });
    expect(reply.status).toBe(201);
    expect(mapped(reply.body)).toMatchObject({
      givenName: ['Änne'],
      familyName: ['Müller'],
      email: ['a@chemie.example'],
    });
  });
});

function mapped({ columns }: ImportDto): Record<string, readonly string[]> {
  return Object.fromEntries(
    columns.flatMap(({ field, samples }) => (field === null ? [] : [[field, samples]])),
  );
}

/** Announces a body and sends nothing of it; the status of the answer that comes all the same. */
async function announce(path: string, bytes: number): Promise<number> {
  const { request } = await import('node:http');
  return new Promise((resolve, reject) => {
    const asked = request(`${api.url}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'multipart/form-data; boundary=x',
        'content-length': bytes,
        'sec-fetch-site': 'same-origin',
        cookie: `session=${browser.cookie('session')}`,
      },
    });
    asked.on('response', (response) => {
      resolve(response.statusCode ?? 0);
      asked.destroy();
    });
    asked.on('error', reject);
    asked.flushHeaders();
  });
}
