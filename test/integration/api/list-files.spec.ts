import { endpoints, isList } from '#contracts';
import type { Endpoint } from '#contracts';
import { UnitOfWork } from '#database';
import { readSheet } from '#sheets';
import { aTag } from '../../factories/audience.factory.js';
import {
  aMandate,
  aMembership,
  anInstitution,
  anOffice,
  aPerson,
} from '../../factories/directory.factory.js';
import { aMeeting } from '../../factories/meetings.factory.js';
import { Importer } from '../../support/imports.js';
import { listSeeds } from '../../support/list-seeds.js';
import { manyPeople } from '../../support/many-rows.js';
import { shortListSeeds } from '../../support/short-list-seeds.js';
import { anOfficer } from '../../support/officers.js';
import { enterAsOwner, startTestApi } from '../../support/test-api.js';
import type { TestApi } from '../../support/test-api.js';
import { TestBrowser } from '../../support/test-browser.js';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/;
const lists = Object.values<Endpoint>(endpoints).filter(isList);

let api: TestApi;
let owner: TestBrowser;
beforeAll(async () => (api = await startTestApi()));
beforeEach(async () => {
  await api.database.clear();
  owner = await enterAsOwner(api);
});
afterAll(() => api.close());

const reader = () => api.app.get(UnitOfWork).reader;

/** Where the list is asked for, with so many items in it; one that comes whole has two. */
async function filled(name: string, items: number): Promise<string> {
  const short = shortListSeeds[name];
  if (short !== undefined) return short(reader());
  const seed = listSeeds[name];
  if (seed === undefined) throw new Error(`${name} has no seed`);
  return (await seed(reader(), items)).path;
}

interface Asking {
  readonly format?: 'csv' | 'xlsx';
  readonly lang?: 'de' | 'en';
  readonly as?: TestBrowser;
  readonly headers?: Readonly<Record<string, string>>;
}

async function download(path: string, { format = 'csv', lang, as = owner, headers = {} }: Asking = {}) {
  const language = lang === undefined ? '' : `&lang=${lang}`;
  const address = `${path}${path.includes('?') ? '&' : '?'}format=${format}${language}`;
  const response = await fetch(`${api.url}/api/v1${address}`, {
    headers: { ...credentials(as), ...headers },
  });
  return {
    status: response.status,
    headers: response.headers,
    bytes: Buffer.from(await response.arrayBuffer()),
  };
}

/** What the browser shows itself by: its cookie, or a key. */
function credentials(browser: TestBrowser): Readonly<Record<string, string>> {
  const cookie = browser.cookie('session');
  return cookie === undefined ? browser.sentHeaders : { cookie: `session=${cookie}` };
}

async function tableOf(path: string, asking?: Asking): Promise<readonly (readonly string[])[]> {
  const { status, bytes } = await download(path, asking);
  expect(status).toBe(200);
  const cells: (readonly string[])[] = [];
  for await (const row of readSheet(bytes)) cells.push(row.cells);
  return cells;
}

describe('a list as a file', () => {
  it.each(lists.map(({ name }) => name))('%s has one, in both languages and formats', async (name) => {
    const path = await filled(name, 2);
    const german = await tableOf(path, { lang: 'de' });
    const [titles = []] = german;
    expect(titles.length).toBeGreaterThan(1);
    expect(titles.filter((title) => title === '' || title.includes('.columns.'))).toEqual([]);
    expect(german.length).toBeGreaterThanOrEqual(3);
    expect(german.flat().filter((cell) => UUID.test(cell) || /\d{2}T\d{2}:/.test(cell))).toEqual([]);
    expect(await tableOf(path, { format: 'xlsx', lang: 'de' })).toHaveLength(german.length);
    const [english] = await tableOf(path, { headers: { 'accept-language': 'en' } });
    expect(english).toHaveLength(titles.length);
    const file = await download(path, { lang: 'en' });
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z-]+\.csv"/);
    expect(file.bytes.toString().split('\r\n')[0]).toContain(english?.[0]);
  });

  it.each(lists.map(({ name }) => name))('%s gives a stranger what the list gives them', async (name) => {
    const path = await filled(name, 2);
    const { browser: stranger } = await anOfficer(api, 'cluster_manager', (await anInstitution(reader())).id);
    const list = await stranger.get<{ items?: unknown[] }>(`/api/v1${path}`);
    const file = await download(path, { as: stranger });
    expect(file.status).toBe(list.status);
    if (list.status !== 200) return;
    const seen = await tableOf(path, { as: stranger });
    expect({ rows: seen.length > 1 }).toEqual({ rows: (list.body.items ?? []).length > 0 });
    expect((await tableOf(path)).length).toBeGreaterThan(1);
  });

  it('holds every page of the list, in its order', async () => {
    await manyPeople(reader(), 450);
    const rows = await tableOf('/people?limit=10', { format: 'xlsx' });
    const names = rows.slice(1).map(([, , , familyName]) => familyName);
    expect(names.filter((name) => name?.startsWith('Muster'))).toHaveLength(450);
    expect(new Set(names).size).toBe(451);
  });

  it('keeps the filters, and the wall clock of each meeting', async () => {
    await aMeeting(reader(), { title: { de: 'Herbst' }, state: 'draft' });
    await aMeeting(reader(), { title: { de: 'Winter' }, state: 'published' });
    const [titles, ...rows] = await tableOf('/meetings?state=draft', { lang: 'de' });
    expect(titles?.slice(0, 4)).toEqual(['Titel', 'Beginn', 'Ende', 'Zeitzone']);
    expect(rows.map(([title, starts, , zone]) => [title, starts, zone])).toEqual([
      ['Herbst', expect.stringMatching(/^\d{2}\.\d{2}\.\d{4} \d{2}:\d{2}$/), 'Europe/Berlin'],
    ]);
    // A date that a spreadsheet reckons with: its day is read back as one.
    const workbook = await tableOf('/meetings?state=draft', { format: 'xlsx', lang: 'de' });
    expect(workbook[1]?.[1]).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('says moments by the clock that was asked for', async () => {
    expect((await tableOf('/audit', { lang: 'en' }))[1]?.[0]).toBe('2026-03-02 10:00');
    expect((await tableOf('/audit?zone=Asia/Tokyo', { lang: 'en' }))[1]?.[0]).toBe('2026-03-02 18:00');
  });

  it('refuses before the first byte', async () => {
    const wrong = await owner.get('/api/v1/people?format=pdf');
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ pointer: '?format' }] } });
    expect((await download(`/institutions/${(await aTag(reader())).id}/members`)).status).toBe(404);
    expect((await api.browser().get('/api/v1/people?format=csv')).status).toBe(401);
  });
});

describe('formulas', () => {
  it.each(['=1+1', '+49 1', '-2', '@SUM(A1)', '\t=1', '\n=1', '＝1+1'])('%j is disarmed', async (text) => {
    const { id: institutionId } = await anInstitution(reader());
    await aTag(reader(), { institutionId, name: text });
    const lines = (await download('/tags', { lang: 'de' })).bytes.toString();
    expect(lines.replaceAll('"', '').slice(lines.indexOf('\r\n') + 2)).toMatch(/^'/);
    expect(lines).toContain(`'${text}`);
  });

  it('are disarmed in a list that comes whole as well', async () => {
    const lines = (await download(await filled('listMessages', 2))).bytes.toString();
    expect(lines).toContain(`;'=1+1;`);
  });

  it('are strings in a workbook', async () => {
    const { id: institutionId } = await anInstitution(reader());
    await aTag(reader(), { institutionId, name: '=1+1' });
    expect((await tableOf('/tags', { format: 'xlsx' }))[1]?.[0]).toBe('=1+1');
  });
});

describe('rights', () => {
  it('are those of the list: nothing of others, and nothing for who may not read it', async () => {
    const [own, foreign] = [await anInstitution(reader()), await anInstitution(reader())];
    const manager = await anOfficer(api, 'cluster_manager', own.id);
    const member = await anOfficer(api, 'member', own.id);
    for (const [institutionId, word] of [
      [own.id, 'Offen'],
      [foreign.id, 'Geheim'],
    ] as const) {
      const { id } = await aPerson(reader(), { homeInstitutionId: institutionId, familyName: `${word}-Alt` });
      await aTag(reader(), { institutionId, name: `${word}-Wort` });
      await aMeeting(reader(), { institutionId, title: { de: `${word}-Runde` } });
      await owner.patch(`/api/v1/people/${id}`, { familyName: `${word}-Neu` }, { 'if-match': '"1"' });
    }
    for (const path of ['/people', '/tags', '/meetings', '/audit']) {
      const textOf = async (as: TestBrowser) => JSON.stringify(await tableOf(path, { as }));
      expect({ path, all: await textOf(owner) }).toEqual({ path, all: expect.stringContaining('Geheim') });
      const seen = await textOf(manager.browser);
      expect({ path, seen }).toEqual({ path, seen: expect.stringContaining('Offen') });
      expect({ path, seen }).toEqual({ path, seen: expect.not.stringContaining('Geheim') });
    }
    expect((await download('/people', { as: member.browser })).status).toBe(403);
  });

  it('never give away links by which somebody else could answer', async () => {
    for (const name of ['listInvitations', 'listPollParticipants', 'listDoorLinks']) {
      await api.database.clear();
      owner = await enterAsOwner(api);
      const path = await filled(name, 1);
      const { body } = await owner.get<{ items: { link: string }[] }>(`/api/v1${path}`);
      const link = body.items[0]?.link ?? 'no link';
      const token = link.split('/').at(-1) ?? '';
      expect(token.length).toBeGreaterThan(20);
      expect(JSON.stringify(await tableOf(path))).not.toContain(token);
    }
  });
});

describe('files that are imported again', () => {
  it('are named in the reader’s language and open in German Excel', async () => {
    const { id } = await anInstitution(reader(), { name: { de: 'Chemie' } });
    await aPerson(reader(), {
      homeInstitutionId: id,
      academicTitle: 'Dr.',
      givenName: '=1+1',
      familyName: 'Aal; "Änne"',
      salutation: 'frau',
      phone: '+49 341 1',
      addresses: ['aal@chemie.example', 'zwei@chemie.example'],
    });
    const { headers, bytes } = await download('/people', { lang: 'de' });
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="people.csv"; filename*=UTF-8''Personen.csv`,
    );
    const [titles, aal] = bytes.toString().split('\r\n');
    expect(titles).toBe(
      '\uFEFFAnrede;Akademischer Titel;Vorname;Nachname;Position;Telefon;Sprache;Mailadresse;Mailadresse 2;Mailadresse 3;Gehört zu;Ämter',
    );
    expect(aal).toBe(
      `Frau;Dr.;'=1+1;"Aal; ""Änne""";;'+49 341 1;Deutsch;aal@chemie.example;zwei@chemie.example;;Chemie;`,
    );
  });

  it.each(['csv', 'xlsx'] as const)('change nobody: people as %s', async (format) => {
    const { id: institutionId } = await anInstitution(reader());
    const ben = await aPerson(reader(), {
      homeInstitutionId: institutionId,
      givenName: 'Ben',
      salutation: 'herr',
      phone: '+49 1',
    });
    for (const lang of ['de', 'en'] as const) {
      const { bytes: content } = await download('/people', { format, lang });
      const file = { kind: 'people', institutionId, content } as const;
      const { run, rows } = await new Importer(api, owner).dryRun(file);
      // Home and offices held today are to read, not to write.
      expect(run.columns.filter(({ field }) => field === null).map(({ title }) => title)).toHaveLength(2);
      expect(rows.find(({ name }) => name === `Ben ${ben.familyName}`)).toMatchObject({ state: 'unchanged' });
    }
  });

  it('hold of members and offices what was asked for', async () => {
    const cluster = await anInstitution(reader(), { name: { de: 'Chemie' } });
    const person = await aPerson(reader(), { givenName: 'Ada', familyName: 'Aal', academicTitle: 'Dr.' });
    const office = { institutionId: cluster.id, name: { de: 'Leitung', en: 'Management' } };
    await aMandate(reader(), { officeId: (await anOffice(reader(), office)).id, personId: person.id });
    const member = await anInstitution(reader(), {
      kind: 'organisation',
      name: { de: 'Räder GmbH', en: 'Wheels Ltd' },
      organisationKind: 'company',
      laender: ['HB'],
    });
    await aMembership(reader(), { institutionId: cluster.id, memberId: member.id });
    const members = await tableOf(`/institutions/${cluster.id}/members`, { format: 'xlsx', lang: 'de' });
    expect(members[1]).toEqual(['Räder GmbH', 'Wheels Ltd', 'Unternehmen', '', 'HB', '', '2026-01-01']);
    const { rows } = await new Importer(api, owner).dryRun({
      kind: 'members',
      institutionId: cluster.id,
      content: (await download(`/institutions/${cluster.id}/members`, { format: 'xlsx', lang: 'de' })).bytes,
    });
    expect(rows.map(({ state }) => state)).toEqual(['unchanged']);
    const offices = await tableOf(`/offices?institutionId=${cluster.id}`, { lang: 'en' });
    expect(offices[1]?.filter((cell) => cell !== '')).toEqual(
      expect.arrayContaining(['Chemie', 'Management', 'Dr. Ada Aal', '2026-01-01']),
    );
    expect(await tableOf(`/offices?institutionId=${member.id}`)).toHaveLength(1);
  });
});
