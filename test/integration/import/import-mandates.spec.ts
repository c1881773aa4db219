import { Temporal } from '#kernel';
import {
  aMandate,
  aMembership,
  anInstitution,
  anOffice,
  aPerson,
} from '../../factories/directory.factory.js';
import { aKey } from '../../factories/access.factory.js';
import { Importer } from '../../support/imports.js';
import { enterAsOwner, startTestApi } from '../../support/test-api.js';
import type { TestApi } from '../../support/test-api.js';

let api: TestApi;
beforeAll(async () => (api = await startTestApi()));
beforeEach(async () => {
  await api.database.clear();
  await enterAsOwner(api);
});
afterAll(() => api.close());

const reader = () => ({ manager: api.database.dataSource.manager });

describe('importing mandates', () => {
  it('gives nobody who can sign in more than the rights of whoever imports', async () => {
    const { cluster, office, importer } = await aManagersImport();
    const names = { homeInstitutionId: cluster, givenName: 'Ada' };
    const enabled = await aPerson(reader(), { ...names, familyName: 'Schluessel' });
    await aPerson(reader(), { ...names, familyName: 'Ohne' });
    await aKey(reader(), enabled.id);
    const content = [
      'Vorname;Nachname;Amt;Amt ab',
      'Ada;Schluessel;Koordination;2026-01-01',
      'Ada;Ohne;Koordination;2026-01-01',
    ].join('\n');
    const { run, rows } = await importer.dryRun({ kind: 'people', institutionId: cluster, content });
    expect(rows).toMatchObject([
      { row: 2, state: 'wrong', problems: [{ code: 'access.more-than-own', column: 'Amt' }] },
      { row: 3, state: 'changed', problems: [] },
    ]);
    expect(await importer.confirm(run.id, { leaveOutWrong: true })).toMatchObject({ state: 'done' });
    expect(
      await api.database.dataSource.query(
        `SELECT family_name AS name FROM mandate JOIN person ON person.id = person_id WHERE office_id = $1`,
        [office],
      ),
    ).toEqual([{ name: 'Ohne' }]);
  });

  it('puts down what follows when the office changes hands, as giving and ending by hand do', async () => {
    const { cluster, office, importer } = await aManagersImport();
    const names = { homeInstitutionId: cluster, givenName: 'Ada' };
    const before = await aPerson(reader(), { ...names, familyName: 'Vorher' });
    await aPerson(reader(), { ...names, familyName: 'Nachher' });
    const validFrom = Temporal.PlainDate.from('2026-01-01');
    const ended = await aMandate(reader(), { officeId: office, personId: before.id, validFrom });
    const content = [
      'Vorname;Nachname;Amt;Amt ab;Amt bis',
      'Ada;Vorher;Koordination;2026-01-01;2026-11-30',
      'Ada;Nachher;Koordination;2026-12-01;',
    ].join('\n');
    const { run } = await importer.dryRun({ kind: 'people', institutionId: cluster, content });
    expect(await importer.confirm(run.id)).toMatchObject({ state: 'done' });
    const due = await api.database.dataSource.query(
      `SELECT due_work.kind, due_at::text, subject_id = $1 AS ended FROM due_work
        WHERE kind LIKE 'mandate.%' ORDER BY kind`,
      [ended.id],
    );
    // 1 December begins in Berlin.
    expect(due).toEqual([
      { kind: 'mandate.begins', due_at: expect.stringMatching(/^2026-11-30 23:00/), ended: false },
      { kind: 'mandate.ends', due_at: expect.stringMatching(/^2026-11-30 23:00/), ended: true },
    ]);
  });

  it('prolongs no more than it gives', async () => {
    const { cluster, office, importer } = await aManagersImport();
    const names = { homeInstitutionId: cluster, givenName: 'Ada' };
    const enabled = await aPerson(reader(), { ...names, familyName: 'Schluessel' });
    await aKey(reader(), enabled.id);
    const shortened = await aPerson(reader(), { ...names, familyName: 'Kurz' });
    await aKey(reader(), shortened.id);
    const other = await aPerson(reader(), { ...names, familyName: 'Ohne' });
    for (const [index, { id: personId }] of [enabled, shortened, other].entries()) {
      await aMandate(reader(), {
        officeId: office,
        personId,
        seat: index + 1,
        validFrom: Temporal.PlainDate.from('2026-01-01'),
        validUntil: Temporal.PlainDate.from('2026-06-30'),
      });
    }
    const content = [
      'Vorname;Nachname;Amt;Amt ab;Amt bis',
      'Ada;Schluessel;Koordination;2026-01-01;2030-12-31',
      'Ada;Kurz;Koordination;2026-01-01;2026-05-31',
      'Ada;Ohne;Koordination;2026-01-01;2030-12-31',
    ].join('\n');
    const { run, rows } = await importer.dryRun({ kind: 'people', institutionId: cluster, content });
    expect(rows).toMatchObject([
      { row: 2, state: 'wrong', problems: [{ code: 'access.more-than-own', column: 'Amt' }] },
      { row: 3, state: 'changed', problems: [] },
      { row: 4, state: 'changed', problems: [] },
    ]);
    expect(await importer.confirm(run.id, { leaveOutWrong: true })).toMatchObject({ state: 'done' });
    expect(
      await api.database.dataSource.query(
        `SELECT family_name AS name, valid_until::text AS until FROM mandate JOIN person ON person.id = person_id
          WHERE office_id = $1 ORDER BY seat`,
        [office],
      ),
    ).toEqual([
      { name: 'Schluessel', until: '2026-06-30' },
      { name: 'Kurz', until: '2026-05-31' },
      { name: 'Ohne', until: '2030-12-31' },
    ]);
  });
});

/** The import of a cluster's manager, and an office there that gives more rights than theirs. */
async function aManagersImport() {
  const cluster = await anInstitution(reader());
  const member = await anInstitution(reader(), { kind: 'cluster' });
  await aMembership(reader(), { institutionId: cluster.id, memberId: member.id });
  const managing = await anOffice(reader(), { institutionId: cluster.id, kind: 'cluster_manager' });
  const manager = await aPerson(reader(), { homeInstitutionId: cluster.id });
  await aMandate(reader(), { officeId: managing.id, personId: manager.id });
  const office = await anOffice(reader(), {
    institutionId: cluster.id,
    kind: 'network_coordinator',
    name: { de: 'Koordination' },
    seats: 3,
  });
  const key = await aKey(reader(), manager.id);
  const importer = new Importer(api, api.browser({ authorization: `Bearer ${key}` }));
  return { cluster: cluster.id, office: office.id, importer };
}
