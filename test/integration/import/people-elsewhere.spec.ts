import type { Institution } from '#directory';
import { Temporal } from '#kernel';
import { anInstitution, anOffice, aMandate, aPerson } from '../../factories/directory.factory.js';
import { handIn, Importer } from '../../support/imports.js';
import { aKey } from '../../factories/access.factory.js';
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

describe('people at home elsewhere', () => {
  const foreign = 'Vorname;Nachname;Telefon;E-Mail\nKim;Fremd;000;Kim@anderswo.example';

  it('are linked: nothing of theirs is overwritten, compared or shown', async () => {
    const elsewhere = await anInstitution(reader(), { name: { de: 'Anderswo' } });
    const person = await aPerson(reader(), {
      homeInstitutionId: elsewhere.id,
      givenName: 'Geheim',
      familyName: 'Name',
      phone: '0815',
      addresses: ['kim@anderswo.example', 'privat@anderswo.example'],
    });
    const manager = await asManager();
    const { run, rows: found } = await manager.dryRun(people(foreign));
    expect(found).toEqual([{ row: 2, state: 'linked', name: 'Kim Fremd', changes: [], problems: [] }]);
    expect(JSON.stringify([run, found])).not.toMatch(/Geheim|0815|privat@/);
    await manager.confirm(run.id);
    expect(await rows('SELECT given_name, phone, version FROM person WHERE id = $1', [person.id])).toEqual([
      { given_name: 'Geheim', phone: '0815', version: 1 },
    ]);
    expect(await managerBrowser.get(`/api/v1/people/${person.id}`)).toMatchObject({ status: 404 });
  });

  it('are given an office only by who sees them', async () => {
    const person = await aPerson(reader(), { addresses: ['kim@anderswo.example'] });
    const board = await anOffice(reader(), {
      institutionId: cluster.id,
      kind: 'other',
      name: { de: 'Beirat' },
      seats: 9,
    });
    const content = 'Vorname;Nachname;E-Mail;Amt;Amt ab\nKim;Fremd;kim@anderswo.example;Beirat;1.1.2027';
    const manager = await asManager();
    const unseen = await manager.dryRun(people(content));
    expect(unseen.rows[0]?.problems.map(({ code }) => code)).toEqual(['import.person-out-of-reach']);
    await aMandate(reader(), {
      officeId: (await anOffice(reader(), { institutionId: cluster.id, kind: 'guest' })).id,
      personId: person.id,
      validFrom: Temporal.PlainDate.from('2020-01-01'),
      validUntil: Temporal.PlainDate.from('2020-12-31'),
    });
    const seen = await manager.dryRun(people(content));
    expect(seen.rows).toMatchObject([
      { state: 'linked', changes: [{ field: 'office', before: null, after: 'Beirat (2027-01-01 –)' }] },
    ]);
    await manager.confirm(seen.run.id);
    expect(await rows('SELECT person_id FROM mandate WHERE office_id = $1', [board.id])).toEqual([
      { person_id: person.id },
    ]);
  });

  it('cannot be imported into, nor looked at, by who does not manage the institution', async () => {
    const { run } = await importer.dryRun(people(foreign));
    const other = await anInstitution(reader());
    await asManager(other);
    expect(await handIn(managerBrowser, people(foreign))).toMatchObject({
      status: 403,
      body: { code: 'access.denied' },
    });
    expect(await managerBrowser.get(`/api/v1/imports/${run.id}`)).toMatchObject({ status: 404 });
    expect(await managerBrowser.get(`/api/v1/imports/${run.id}/rows`)).toMatchObject({ status: 404 });
  });
});

let managerBrowser: TestBrowser;

/** Who manages one cluster and nothing else. */
async function asManager(institution: Institution = cluster): Promise<Importer> {
  const person = await aPerson(reader(), {
    homeInstitutionId: institution.id,
    addresses: ['chef@chemie.example'],
  });
  const office = await anOffice(reader(), { institutionId: institution.id, kind: 'cluster_manager' });
  await aMandate(reader(), {
    officeId: office.id,
    personId: person.id,
    validFrom: Temporal.PlainDate.from('2020-01-01'),
  });
  managerBrowser = api.browser({ authorization: `Bearer ${await aKey(reader(), person.id)}` });
  return new Importer(api, managerBrowser);
}
