import type { PersonItemDto } from '#contracts';
import { ConfirmImport } from '#directory';
import type { Institution } from '#directory';
import { anInstitution, anOffice, aPerson } from '../../factories/directory.factory.js';
import { handIn, Importer } from '../../support/imports.js';
import { enterAsOwner, startTestApi } from '../../support/test-api.js';
import type { TestApi } from '../../support/test-api.js';
import type { TestBrowser } from '../../support/test-browser.js';

let api: TestApi;
let browser: TestBrowser;
let importer: Importer;
let cluster: Institution;
beforeAll(async () => (api = await startTestApi()));
beforeEach(async () => {
  await api.database.clear();
  browser = await enterAsOwner(api);
  importer = new Importer(api, browser);
  cluster = await anInstitution(reader(), { name: { de: 'Chemie' } });
});
afterAll(() => api.close());

const reader = () => ({ manager: api.database.dataSource.manager });
const rows = <Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> =>
  api.database.dataSource.query(sql, parameters);
const people = (content: string | Buffer) => ({
  kind: 'people' as const,
  institutionId: cluster.id,
  content,
});

const file = [
  'Anrede;Titel;Vorname;Nachname;Funktion;Telefon;E-Mail;Sprache',
  'Frau;Dr.;Änne;Müller;Leiterin;+49 341 1;A.Mueller@chemie.example;deutsch',
  'Mr;;Ben;Beispiel;;;ben@chemie.example, b2@chemie.example;English',
].join('\r\n');

async function listHome(): Promise<readonly PersonItemDto[]> {
  const { body } = await browser.get<{ items: PersonItemDto[] }>('/api/v1/people?limit=200');
  return body.items.filter(({ homeInstitutionId }) => homeInstitutionId === cluster.id);
}

describe('importing people', () => {
  it('recognises the columns and shows what they hold', async () => {
    const reply = await handIn(browser, people(Buffer.from(file, 'latin1')));
    expect(reply.status).toBe(201);
    expect(reply.body.columns).toEqual([
      { title: 'Anrede', samples: ['Frau', 'Mr'], field: 'salutation' },
      { title: 'Titel', samples: ['Dr.'], field: 'academicTitle' },
      { title: 'Vorname', samples: ['Änne', 'Ben'], field: 'givenName' },
      { title: 'Nachname', samples: ['Müller', 'Beispiel'], field: 'familyName' },
      { title: 'Funktion', samples: ['Leiterin'], field: 'position' },
      { title: 'Telefon', samples: ['+49 341 1'], field: 'phone' },
      {
        title: 'E-Mail',
        samples: ['A.Mueller@chemie.example', 'ben@chemie.example, b2@chemie.example'],
        field: 'email',
      },
      { title: 'Sprache', samples: ['deutsch', 'English'], field: 'language' },
    ]);
    expect(reply.body).toMatchObject({ state: 'mapping', rows: 2, mappingRemembered: false, counts: null });
  });

  it('writes nothing before it is confirmed, then everything, and nothing when the file comes again', async () => {
    const { run, rows: found } = await importer.dryRun(people(file));
    expect(run.counts).toEqual({ new: 2, changed: 0, unchanged: 0, linked: 0, wrong: 0 });
    expect(found.map(({ row, state, name }) => ({ row, state, name }))).toEqual([
      { row: 2, state: 'new', name: 'Dr. Änne Müller' },
      { row: 3, state: 'new', name: 'Ben Beispiel' },
    ]);
    expect(await listHome()).toEqual([]);

    expect(await importer.confirm(run.id)).toMatchObject({
      state: 'done',
      done: 2,
      total: 2,
      errorCode: null,
    });
    const written = await listHome();
    expect(written).toEqual([
      {
        id: expect.any(String),
        academicTitle: null,
        givenName: 'Ben',
        familyName: 'Beispiel',
        salutation: 'herr',
        position: null,
        phone: null,
        language: 'en',
        homeInstitutionId: cluster.id,
        home: { id: cluster.id, name: { de: 'Chemie' } },
        offices: [],
        addresses: [
          {
            id: expect.any(String),
            address: 'ben@chemie.example',
            preferred: true,
            shared: false,
            state: 'ok',
          },
          {
            id: expect.any(String),
            address: 'b2@chemie.example',
            preferred: false,
            shared: false,
            state: 'ok',
          },
        ],
        version: 1,
      },
      expect.objectContaining({
        givenName: 'Änne',
        academicTitle: 'Dr.',
        salutation: 'frau',
        phone: '+49 341 1',
      }),
    ]);
    expect(
      await rows(`SELECT action, channel, count(*)::int AS count FROM audit_entry WHERE channel = 'import'
                   GROUP BY action, channel`),
    ).toEqual([{ action: 'person.create', channel: 'import', count: 2 }]);
    expect(
      await rows(`SELECT count(*)::int AS count FROM fact
                   WHERE type = 'PersonChanged' AND payload ->> 'personId' IN
                     (SELECT id::text FROM person WHERE home_institution_id IS NOT NULL)`),
    ).toEqual([{ count: 2 }]);
    expect(await rows('SELECT * FROM file')).toEqual([]);

    const before = await rows('SELECT count(*)::int AS count FROM audit_entry');
    const again = await importer.dryRun(people(file));
    expect(again.run).toMatchObject({
      mappingRemembered: true,
      counts: { unchanged: 2, new: 0, changed: 0 },
    });
    await importer.confirm(again.run.id);
    expect(await listHome()).toEqual(written);
    expect(await rows('SELECT count(*)::int AS count FROM audit_entry')).toEqual(before);
  });

  it('may be worked off twice', async () => {
    const { run } = await importer.dryRun(people(file));
    const operation = await importer.confirm(run.id);
    await api.app.get(ConfirmImport).work(operation.id);
    expect(await listHome()).toHaveLength(2);
    expect(await rows(`SELECT count(*)::int AS count FROM audit_entry WHERE channel = 'import'`)).toEqual([
      { count: 2 },
    ]);
  });

  it('shows a change field by field, finds people by an address in any case, and empties nothing', async () => {
    const person = await aPerson(reader(), {
      homeInstitutionId: cluster.id,
      givenName: 'Änne',
      familyName: 'Muller',
      phone: '1',
      position: 'Leiterin',
      addresses: ['a.mueller@CHEMIE.example'],
    });
    const { run, rows: found } = await importer.dryRun(
      people(
        'Vorname;Nachname;Telefon;Funktion;E-Mail;E-Mail 2\nÄnne;Müller;2;;A.Mueller@chemie.example;neu@chemie.example',
      ),
    );
    expect(found).toEqual([
      {
        row: 2,
        state: 'changed',
        name: 'Änne Müller',
        problems: [],
        changes: [
          { field: 'phone', before: '1', after: '2' },
          { field: 'familyName', before: 'Muller', after: 'Müller' },
          {
            field: 'email',
            before: 'a.mueller@CHEMIE.example',
            after: 'a.mueller@CHEMIE.example, neu@chemie.example',
          },
        ],
      },
    ]);
    await importer.confirm(run.id);
    expect((await browser.get(`/api/v1/people/${person.id}`)).body).toMatchObject({
      familyName: 'Müller',
      phone: '2',
      position: 'Leiterin',
      version: 2,
      addresses: [
        { address: 'a.mueller@CHEMIE.example', preferred: true },
        { address: 'neu@chemie.example', preferred: false },
      ],
    });
  });

  it('names row, column and reason of what is wrong, and writes the rest only when asked to', async () => {
    const wrong = [
      'Anrede;Vorname;Nachname;E-Mail;Telefon',
      'Frau;Ada;Alt;ada@chemie.example;1',
      'Frau;Ada;Alt;ada@chemie.example;2',
      'Frau;Ada;Alt;ADA@chemie.example;1',
      'Signora;Bea;Bauer;bea@chemie.example;',
      ';=cmd;Calc;c@chemie.example;',
      ';Dora;Dau;kein-at.example;',
      ';Eva;Ernst;"eva@chemie.example\nBcc: x@y.example";',
      ';;Fehlt;f@chemie.example;',
    ].join('\n');
    const { run, rows: found } = await importer.dryRun(people(wrong));
    expect(run.counts).toEqual({ new: 1, changed: 0, unchanged: 1, linked: 0, wrong: 6 });
    expect(found.flatMap(({ row, problems }) => problems.map((problem) => ({ row, ...problem })))).toEqual([
      { row: 3, field: null, column: null, code: 'import.row-twice', params: { row: 2 } },
      {
        row: 5,
        field: 'salutation',
        column: 'Anrede',
        code: 'import.unknown-salutation',
        params: { value: 'Signora' },
      },
      { row: 6, field: 'givenName', column: 'Vorname', code: 'import.formula', params: {} },
      {
        row: 7,
        field: 'email',
        column: 'E-Mail',
        code: 'validation.not-an-address',
        params: { address: 'kein-at.example' },
      },
      { row: 8, field: 'email', column: 'E-Mail', code: 'import.address-line-break', params: {} },
      { row: 9, field: 'givenName', column: 'Vorname', code: 'import.field-missing', params: {} },
    ]);
    expect(await importer.rows(run.id, 'wrong')).toHaveLength(6);
    expect(await browser.post(`/api/v1/imports/${run.id}/confirm`, {})).toMatchObject({
      status: 409,
      body: { code: 'import.has-wrong-rows', params: { count: 6 } },
    });
    await importer.confirm(run.id, { leaveOutWrong: true });
    expect((await listHome()).map(({ familyName, phone }) => [familyName, phone])).toEqual([['Alt', '1']]);
  });

  it('fails as a whole when what it touches has changed since the dry run', async () => {
    await aPerson(reader(), {
      homeInstitutionId: cluster.id,
      givenName: 'Ben',
      familyName: 'Beispiel',
      addresses: ['ben@chemie.example'],
    });
    const { run } = await importer.dryRun(people(file));
    await rows(
      `UPDATE person SET given_name = 'Benjamin' WHERE family_name = 'Beispiel' AND given_name = 'Ben'`,
    );
    const operation = await importer.confirm(run.id);
    expect(operation).toMatchObject({ state: 'failed', errorCode: 'import.changed-meanwhile' });
    expect((await listHome()).map(({ givenName }) => givenName)).toEqual(['Benjamin']);
    expect(await importer.show(run.id)).toMatchObject({ state: 'mapping', counts: null });
    const second = await importer.check(await importer.show(run.id));
    expect(await importer.confirm(second.run.id)).toMatchObject({ state: 'done' });
  });

  it('gives offices with their days, and knows them when they come again', async () => {
    const office = await anOffice(reader(), {
      institutionId: cluster.id,
      kind: 'other',
      name: { de: 'Beirat' },
      seats: 1,
    });
    const board = [
      'Vorname;Nachname;E-Mail;Amt;Amt ab;Amt bis',
      'Ada;Alt;ada@chemie.example;beirat;01.01.2027;31.12.2027',
      'Ben;Neu;ben@chemie.example;Beirat;2027-06-01;',
      'Cem;Neu;cem@chemie.example;Vorstand;2027-06-01;',
      'Dan;Neu;dan@chemie.example;Beirat;46753;',
    ].join('\n');
    const { run, rows: found } = await importer.dryRun(people(board));
    expect(found.map(({ state, problems }) => [state, ...problems.map(({ code }) => code)])).toEqual([
      ['new'],
      ['wrong', 'office.no-free-seat'],
      ['wrong', 'import.office-unknown'],
      ['new'],
    ]);
    await importer.confirm(run.id, { leaveOutWrong: true });
    expect(
      await rows(
        `SELECT family_name AS name, valid_from::text AS "from", valid_until::text AS until FROM mandate
                    JOIN person ON person.id = mandate.person_id WHERE office_id = $1 ORDER BY valid_from`,
        [office.id],
      ),
    ).toEqual([
      { name: 'Alt', from: '2027-01-01', until: '2027-12-31' },
      { name: 'Neu', from: '2028-01-01', until: null },
    ]);
    const again = await importer.dryRun(people(board));
    expect(again.run.counts).toMatchObject({ unchanged: 2, wrong: 2, new: 0, changed: 0 });
  });
});
