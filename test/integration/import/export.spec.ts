import { readSheet } from '#sheets';
import type { Institution } from '#directory';
import {
  aMandate,
  aMembership,
  anInstitution,
  anOffice,
  aPerson,
} from '../../factories/directory.factory.js';
import { Importer } from '../../support/imports.js';
import { enterAsOwner, startTestApi } from '../../support/test-api.js';
import type { TestApi } from '../../support/test-api.js';
import type { TestBrowser } from '../../support/test-browser.js';

let api: TestApi;
let browser: TestBrowser;
let cluster: Institution;
beforeAll(async () => {
  api = await startTestApi();
  browser = await enterAsOwner(api);
  cluster = await anInstitution(reader(), { name: { de: 'Chemie' } });
  const person = await aPerson(reader(), {
    homeInstitutionId: cluster.id,
    academicTitle: 'Dr.',
    givenName: '=1+1',
    familyName: 'Aal; "Änne"',
    salutation: 'frau',
    phone: '+49 341 1',
    addresses: ['aal@chemie.example', 'zwei@chemie.example'],
  });
  const office = await anOffice(reader(), {
    institutionId: cluster.id,
    name: { de: 'Leitung', en: 'Management' },
  });
  await aMandate(reader(), { officeId: office.id, personId: person.id });
  const member = await anInstitution(reader(), {
    kind: 'organisation',
    name: { de: 'Räder GmbH', en: 'Wheels Ltd' },
    organisationKind: 'company',
    laender: ['HB'],
  });
  await aMembership(reader(), { institutionId: cluster.id, memberId: member.id });
});
afterAll(() => api.close());

const reader = () => ({ manager: api.database.dataSource.manager });

async function download(path: string): Promise<{ headers: Headers; bytes: Buffer }> {
  const response = await fetch(`${api.url}/api/v1/exports/${path}`, {
    headers: { cookie: `session=${browser.cookie('session')}` },
  });
  return { headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}

async function tableOf(path: string): Promise<readonly (readonly string[])[]> {
  const cells: (readonly string[])[] = [];
  for await (const row of readSheet((await download(path)).bytes)) cells.push(row.cells);
  return cells;
}

describe('exporting', () => {
  it('gives people as a CSV for German Excel, disarmed', async () => {
    const { headers, bytes } = await download('people?format=csv&lang=de');
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="people.csv"; filename*=UTF-8''Personen.csv`,
    );
    const [titles, aal] = bytes.toString().split('\r\n');
    expect(titles).toBe(
      '\uFEFFAnrede;Akademischer Titel;Vorname;Nachname;Position;Telefon;Sprache;Mailadresse;Mailadresse 2;Mailadresse 3;Gehört zu',
    );
    expect(aal).toBe(
      `Frau;Dr.;'=1+1;"Aal; ""Änne""";;'+49 341 1;Deutsch;aal@chemie.example;zwei@chemie.example;;Chemie`,
    );
  });

  it.each(['csv', 'xlsx'])(
    'gives people as %s that can be imported again without a change',
    async (format) => {
      const plain = await anInstitution(reader());
      const ben = await aPerson(reader(), {
        homeInstitutionId: plain.id,
        givenName: 'Ben',
        salutation: 'herr',
        phone: '+49 1',
      });
      for (const lang of ['de', 'en']) {
        const { bytes } = await download(`people?format=${format}&lang=${lang}`);
        const { run, rows } = await new Importer(api, browser).dryRun({
          kind: 'people',
          institutionId: plain.id,
          content: bytes,
        });
        expect(run.columns.filter(({ field }) => field === null).map(({ title }) => title)).toHaveLength(1);
        expect(rows.find(({ name }) => name === `Ben ${ben.familyName}`)).toMatchObject({
          state: 'unchanged',
        });
      }
    },
  );

  it('gives members and offices as tables in the reader’s language', async () => {
    expect(await tableOf(`institutions/${cluster.id}/members?format=xlsx&lang=de`)).toEqual([
      [
        'Organisation',
        'Organisation (Englisch)',
        'Art der Organisation',
        'Sitz',
        'Bundesland',
        'Website',
        'Mitglied seit',
        'Mitglied bis',
      ],
      ['Räder GmbH', 'Wheels Ltd', 'Unternehmen', '', 'HB', '', '01.01.2026'],
    ]);
    expect((await tableOf(`offices?format=csv&lang=en&institutionId=${cluster.id}`))[1]).toEqual([
      'Chemie',
      'Management',
      '1',
      '',
      'Dr.',
      "'=1+1",
      'Aal; "Änne"',
      '2026-01-01',
      '',
    ]);
    expect(
      (await tableOf('institutions?format=csv&lang=en')).slice(1).map(([kind, name]) => [kind, name]),
    ).toContainEqual(['Organisation', 'Räder GmbH']);
  });
});
