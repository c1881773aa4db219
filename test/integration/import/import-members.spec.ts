import type { Institution } from '#directory';
import { Temporal } from '#kernel';
import { aMembership, anInstitution, aPerson } from '../../factories/directory.factory.js';
import { Importer } from '../../support/imports.js';
import { enterAsOwner, startTestApi } from '../../support/test-api.js';
import type { TestApi } from '../../support/test-api.js';
import { aMandate, anOffice } from '../../factories/directory.factory.js';
import { aKey } from '../../factories/access.factory.js';

let api: TestApi;
let importer: Importer;
let cluster: Institution;
beforeAll(async () => (api = await startTestApi()));
beforeEach(async () => {
  await api.database.clear();
  await enterAsOwner(api);
  cluster = await anInstitution(reader(), { name: { de: 'Automotive Nordwest' } });
  importer = await asManager();
});
afterAll(() => api.close());

const reader = () => ({ manager: api.database.dataSource.manager });
const rows = <Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> =>
  api.database.dataSource.query(sql, parameters);
const members = (content: string) => ({ kind: 'members' as const, institutionId: cluster.id, content });

const file = [
  'Firma;Name (Englisch);Art;Ort;Bundesland;Internet;Mitglied seit;Mitglied bis;Anrede;Vorname;Nachname;E-Mail',
  'Räder GmbH;Wheels Ltd;Unternehmen;Bremen;Bremen;raeder.example;01.03.2020;;Frau;Rita;Rad;rita@raeder.example',
  'Hochschule Nord;;Hochschule;Oldenburg;NI;https://hs.example;2021-01-01;31.12.2030;;;;',
].join('\n');

describe('importing members', () => {
  it('adds organisations with their membership and contact person, once', async () => {
    const { run, rows: found } = await importer.dryRun(members(file));
    expect(run.columns.map(({ field }) => field)).toEqual([
      'organisation',
      'organisationEn',
      'organisationKind',
      'seat',
      'land',
      'website',
      'memberSince',
      'memberUntil',
      'salutation',
      'givenName',
      'familyName',
      'email',
    ]);
    expect(found.map(({ state, name, problems }) => ({ state, name, problems }))).toEqual([
      { state: 'new', name: 'Räder GmbH', problems: [] },
      { state: 'new', name: 'Hochschule Nord', problems: [] },
    ]);
    expect(await importer.confirm(run.id)).toMatchObject({ state: 'done' });
    expect(
      await rows(
        `SELECT slug, name, organisation_kind AS kind, seat, laender, website, valid_from::text AS since,
                valid_until::text AS until
           FROM membership JOIN institution ON institution.id = member_id
          WHERE institution_id = $1 ORDER BY slug DESC`,
        [cluster.id],
      ),
    ).toEqual([
      {
        slug: 'raeder-gmbh',
        name: { de: 'Räder GmbH', en: 'Wheels Ltd' },
        kind: 'company',
        seat: 'Bremen',
        laender: ['HB'],
        website: 'https://raeder.example',
        since: '2020-03-01',
        until: null,
      },
      {
        slug: 'hochschule-nord',
        name: { de: 'Hochschule Nord' },
        kind: 'university',
        seat: 'Oldenburg',
        laender: ['NI'],
        website: 'https://hs.example',
        since: '2021-01-01',
        until: '2030-12-31',
      },
    ]);
    expect(
      await rows(`SELECT person.given_name AS name, slug FROM person
                    JOIN institution ON institution.id = home_institution_id WHERE slug LIKE 'raeder%'`),
    ).toEqual([{ name: 'Rita', slug: 'raeder-gmbh' }]);

    const again = await (await asManager()).dryRun(members(file));
    expect(again.run.counts).toMatchObject({ new: 0, changed: 0, wrong: 0 });
    expect(again.rows.map(({ changes }) => changes)).toEqual([[], []]);
  });

  it('ends a membership by its last day, and refuses one that ends before it begins', async () => {
    const member = await anInstitution(reader(), { kind: 'organisation', name: { de: 'Räder GmbH' } });
    await aMembership(reader(), {
      institutionId: cluster.id,
      memberId: member.id,
      validFrom: Temporal.PlainDate.from('2020-03-01'),
    });
    const ending =
      'Firma;Mitglied seit;Mitglied bis\nRÄDER gmbh;1.3.2020;30.6.2027\nNeu AG;1.1.2027;1.1.2020';
    const { run, rows: found } = await importer.dryRun(members(ending));
    expect(found).toMatchObject([
      { state: 'changed', changes: [{ field: 'memberUntil', before: null, after: '2027-06-30' }] },
      { state: 'wrong', problems: [{ code: 'period.not-in-order', column: 'Mitglied seit' }] },
    ]);
    await importer.confirm(run.id, { leaveOutWrong: true });
    expect(
      await rows('SELECT valid_until::text AS until FROM membership WHERE member_id = $1', [member.id]),
    ).toEqual([{ until: '2027-06-30' }]);
  });

  it('neither changes nor takes in an organisation that belongs to others', async () => {
    const elsewhere = await anInstitution(reader(), {
      kind: 'organisation',
      name: { de: 'Räder GmbH' },
      seat: 'Emden',
    });
    const { run, rows: found } = await importer.dryRun(members(file));
    expect(found[0]).toMatchObject({ state: 'wrong', problems: [{ code: 'import.organisation-elsewhere' }] });
    expect(JSON.stringify(found)).not.toContain('Emden');
    await importer.confirm(run.id, { leaveOutWrong: true });
    expect(await rows('SELECT seat FROM institution WHERE id = $1', [elsewhere.id])).toEqual([
      { seat: 'Emden' },
    ]);
    expect(await rows('SELECT * FROM membership WHERE member_id = $1', [elsewhere.id])).toEqual([]);
  });

  it('refuses a mapping without what every row needs, and a field of another kind of file', async () => {
    const dryRun = importer.dryRun(members('Ort\nHalle'));
    await expect(dryRun).rejects.toThrow('import.column-missing');
    const people = importer.dryRun({ ...members('Ort\nHalle'), kind: 'people' });
    await expect(people).rejects.toThrow('import.column-missing');
  });
});

/** Who manages the cluster, with the rights of this moment. */
async function asManager(): Promise<Importer> {
  const person = await aPerson(reader(), { homeInstitutionId: cluster.id });
  const office = await anOffice(reader(), { institutionId: cluster.id, kind: 'cluster_manager' });
  await aMandate(reader(), { officeId: office.id, personId: person.id });
  const key = await aKey(reader(), person.id);
  return new Importer(api, api.browser({ authorization: `Bearer ${key}` }));
}
