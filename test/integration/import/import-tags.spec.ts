import type { Institution } from '#directory';
import { aTag } from '../../factories/audience.factory.js';
import { aMembership, anInstitution, aPerson } from '../../factories/directory.factory.js';
import { Importer } from '../../support/imports.js';
import { anOfficer } from '../../support/officers.js';
import { startTestApi } from '../../support/test-api.js';
import type { TestApi } from '../../support/test-api.js';

let api: TestApi;
let importer: Importer;
let cluster: Institution;
beforeAll(async () => (api = await startTestApi()));
beforeEach(async () => {
  await api.database.clear();
  cluster = await anInstitution(reader(), { name: { de: 'Chemie' } });
  importer = new Importer(api, (await anOfficer(api, 'cluster_manager', cluster.id)).browser);
});
afterAll(() => api.close());

const reader = () => ({ manager: api.database.dataSource.manager });
const rows = <Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> =>
  api.database.dataSource.query(sql, parameters);
const file = (kind: 'people' | 'members', content: string) => ({
  kind,
  institutionId: cluster.id,
  content,
});

/** Who carries what, by name. */
async function carried(): Promise<readonly string[]> {
  const found = await rows<{ line: string }>(
    `SELECT person.family_name || ': ' || tag.name AS line FROM person_tag
       JOIN person ON person.id = person_id JOIN tag ON tag.id = tag_id
      UNION ALL
     SELECT institution.name ->> 'de' || ': ' || tag.name FROM institution_tag
       JOIN institution ON institution.id = institution_tag.institution_id JOIN tag ON tag.id = tag_id
      ORDER BY 1`,
  );
  return found.map(({ line }) => line);
}

describe('importing tags', () => {
  const people = [
    'Vorname;Nachname;E-Mail;Schlagworte',
    'Ada;Alt;ada@chemie.example;"Vorstand; Presse"',
    'Ben;Bar;ben@chemie.example;presse',
    'Cia;Curie;cia@chemie.example;',
  ].join('\n');

  it('gives people those that are there, makes the others once, and does nothing the second time', async () => {
    await aTag(reader(), { institutionId: cluster.id, name: 'Vorstand' });
    const foreign = await aTag(reader(), { name: 'Presse' });
    await aPerson(reader(), {
      homeInstitutionId: cluster.id,
      givenName: 'Ada',
      familyName: 'Alt',
      addresses: ['ada@chemie.example'],
    });
    const { run, rows: found } = await importer.dryRun(file('people', people));
    expect(found.map(({ name, state }) => [name, state])).toEqual([
      ['Ada Alt', 'changed'],
      ['Ben Bar', 'new'],
      ['Cia Curie', 'new'],
    ]);
    expect(found[0]?.changes).toEqual([{ field: 'tags', before: null, after: 'Vorstand, Presse' }]);
    expect(await carried()).toEqual([]);
    await importer.confirm(run.id);
    expect(await carried()).toEqual(['Alt: Presse', 'Alt: Vorstand', 'Bar: Presse']);
    expect(await rows('SELECT FROM person_tag WHERE tag_id = $1', [foreign.id])).toEqual([]);
    const tags = () => rows('SELECT name, institution_id FROM tag ORDER BY institution_id, name');
    expect(await tags()).toHaveLength(3);
    const told = await rows<{ action: string; channel: string }>(
      `SELECT action, channel FROM audit_entry WHERE action IN ('tag.create', 'person.tag') ORDER BY action`,
    );
    expect(told).toEqual([
      { action: 'person.tag', channel: 'import' },
      { action: 'person.tag', channel: 'import' },
      { action: 'tag.create', channel: 'import' },
    ]);

    const again = await importer.dryRun(file('people', people));
    expect(again.run.counts).toMatchObject({ unchanged: 3, new: 0, changed: 0 });
    await importer.confirm(again.run.id);
    expect(await carried()).toHaveLength(3);
    expect(await tags()).toHaveLength(3);
  });

  it('links somebody at home elsewhere and gives them none', async () => {
    const elsewhere = await anInstitution(reader());
    await aPerson(reader(), { homeInstitutionId: elsewhere.id, addresses: ['ada@chemie.example'] });
    const { run, rows: found } = await importer.dryRun(file('people', people));
    expect(found[0]).toEqual({ row: 2, state: 'linked', name: 'Ada Alt', changes: [], problems: [] });
    await importer.confirm(run.id);
    expect(await carried()).toEqual(['Bar: presse']);
    expect(await rows('SELECT name FROM tag')).toEqual([{ name: 'presse' }]);
  });

  it('gives organisations the tags of the institution that they are members of', async () => {
    const member = await anInstitution(reader(), { kind: 'organisation', name: { de: 'Räder GmbH' } });
    await aMembership(reader(), { institutionId: cluster.id, memberId: member.id });
    const content = 'Organisation;Tags\nRäder GmbH;Zulieferer\nFarben AG;Zulieferer, Neu\n';
    const { run } = await importer.dryRun(file('members', content));
    expect(run.counts).toMatchObject({ changed: 1, new: 1 });
    await importer.confirm(run.id);
    expect(await carried()).toEqual(['Farben AG: Neu', 'Farben AG: Zulieferer', 'Räder GmbH: Zulieferer']);
    expect((await importer.dryRun(file('members', content))).run.counts).toMatchObject({ unchanged: 2 });
  });

  it('names row and column of what cannot be a tag, and writes nothing of that row', async () => {
    const content = `Vorname;Nachname;Schlagworte\nAda;Alt;${'x'.repeat(61)}\nBen;Bar;=1+1\nCia;Curie;Gut\n`;
    const { run, rows: found } = await importer.dryRun(file('people', content));
    expect(
      found.map(({ row, problems }) => [row, problems.map(({ column, code }) => [column, code])]),
    ).toEqual([
      [2, [['Schlagworte', 'validation.too-long']]],
      [3, [['Schlagworte', 'import.formula']]],
      [4, []],
    ]);
    await importer.confirm(run.id, { leaveOutWrong: true });
    expect(await carried()).toEqual(['Curie: Gut']);
  });

  it('takes a tag that somebody made meanwhile for the planned one', async () => {
    const { run } = await importer.dryRun(file('people', people));
    const made = await aTag(reader(), { institutionId: cluster.id, name: 'Vorstand' });
    expect(await importer.confirm(run.id)).toMatchObject({ errorCode: null });
    expect(await rows('SELECT id FROM tag WHERE name = $1', ['Vorstand'])).toEqual([{ id: made.id }]);
    expect(await carried()).toContain('Alt: Vorstand');
  });
});
