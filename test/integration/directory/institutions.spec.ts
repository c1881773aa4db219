import { systemActor } from '#access';
import type { Actor } from '#access';
import { changeInstitution, createInstitution, findInstitutionBySlug } from '#directory';
import type { Acting } from '#directory';
import { Temporal } from '#kernel';
import { anInstitution } from '../../factories/directory.factory.js';
import { untilBlocked } from '../../support/until-blocked.js';
import { useDatabase } from '../../support/use-database.js';

const database = useDatabase();
const { run, rows } = database;

const now = Temporal.Instant.from('2026-03-02T09:00:00Z');
const acting: Acting = { actor: { ...systemActor(), requestId: 'r-1' }, now };
const guest: Actor = { personId: null, channel: 'web', grants: [], requestId: null };
const chemie = {
  kind: 'cluster' as const,
  slug: 'chemie',
  name: { de: 'Chemie und Kunststoffe', en: 'Chemistry and Plastics' },
  shortName: null,
  colour: '#336699',
  zone: 'Europe/Berlin',
  mainLanguage: 'de' as const,
  field: { de: 'Chemie', en: 'Chemistry' },
  laender: ['SN' as const, 'ST' as const],
  seat: 'Halle (Saale)',
  website: 'https://chemie.example',
  organisationKind: null,
  operatorId: null,
  parentId: null,
};

describe('createInstitution', () => {
  it('adds it with an audit entry and a fact', async () => {
    const institution = await run((tx) => createInstitution(tx, acting, chemie));
    expect(institution).toEqual({
      ...chemie,
      id: institution.id,
      sortName: 'Chemie und Kunststoffe',
      logoFileId: null,
      version: 1,
      createdAt: now,
      changedAt: now,
    });
    expect(await rows('SELECT * FROM institution')).toHaveLength(1);
    expect(
      await rows('SELECT action, subject_id, channel, request_id, before, after FROM audit_entry'),
    ).toEqual([
      {
        action: 'institution.create',
        subject_id: institution.id,
        channel: 'system',
        request_id: 'r-1',
        before: null,
        after: chemie,
      },
    ]);
    expect(await rows('SELECT type, payload FROM fact')).toEqual([
      { type: 'InstitutionChanged', payload: { institutionId: institution.id } },
    ]);
  });

  it('refuses a slug that another of its kind has, and takes one that another kind has', async () => {
    await anInstitution(database.reader, { kind: 'cluster', slug: 'chemie' });
    await expect(run((tx) => createInstitution(tx, acting, chemie))).rejects.toMatchObject({
      code: 'institution.slug-taken',
      params: { slug: 'chemie' },
    });
    const network = await run((tx) => createInstitution(tx, acting, { ...chemie, kind: 'network' }));
    expect(network.slug).toBe('chemie');
  });

  it('is not for those without the right, and leaves nothing behind', async () => {
    await expect(run((tx) => createInstitution(tx, { actor: guest, now }, chemie))).rejects.toMatchObject({
      code: 'access.denied',
    });
    expect(await rows('SELECT id FROM institution UNION ALL SELECT id FROM audit_entry')).toEqual([]);
  });
});

describe('changeInstitution', () => {
  it('changes what the patch names and nothing else', async () => {
    const before = await run((tx) => createInstitution(tx, acting, chemie));
    const later = { ...acting, now: now.add({ hours: 1 }) };
    const after = await run((tx) =>
      changeInstitution(tx, later, { id: before.id, ifMatch: 1, patch: { shortName: 'C&K' } }),
    );
    expect(after).toEqual({ ...before, shortName: 'C&K', version: 2, changedAt: later.now });
    expect(await rows(`SELECT before, after FROM audit_entry WHERE action = 'institution.change'`)).toEqual([
      { before: { shortName: null }, after: { shortName: 'C&K' } },
    ]);
    expect(await database.dataSource.manager.findOneBy('Institution', { id: before.id })).toEqual(after);
  });

  it('orders by the name in the main language from then on', async () => {
    const { id } = await run((tx) => createInstitution(tx, acting, chemie));
    const after = await run((tx) =>
      changeInstitution(tx, acting, { id, ifMatch: 1, patch: { mainLanguage: 'en' } }),
    );
    expect(after.sortName).toBe('Chemistry and Plastics');
  });

  it('leaves the version alone when nothing differs, in whatever order the languages come', async () => {
    const { id } = await run((tx) => createInstitution(tx, acting, chemie));
    const { de, en } = chemie.name;
    const after = await run((tx) =>
      changeInstitution(tx, acting, { id, ifMatch: 1, patch: { name: { en, de }, colour: '#336699' } }),
    );
    expect(after.version).toBe(1);
    expect(await rows(`SELECT id FROM audit_entry WHERE action = 'institution.change'`)).toEqual([]);
  });

  it('refuses a version that is no longer the present one', async () => {
    const { id } = await anInstitution(database.reader, { version: 3 });
    await expect(
      run((tx) => changeInstitution(tx, acting, { id, ifMatch: 2, patch: { shortName: 'X' } })),
    ).rejects.toMatchObject({ code: 'version.stale', params: { version: 3 } });
  });

  it('keeps the old slug: it is found under it, and nobody else gets it', async () => {
    const { id } = await run((tx) => createInstitution(tx, acting, chemie));
    await run((tx) => changeInstitution(tx, acting, { id, ifMatch: 1, patch: { slug: 'chemie-neu' } }));
    expect(await bySlug('chemie')).toEqual({ id, moved: true });
    expect(await bySlug('chemie-neu')).toEqual({ id, moved: false });
    await expect(run((tx) => createInstitution(tx, acting, chemie))).rejects.toMatchObject({
      code: 'institution.slug-taken',
    });
    const other = await anInstitution(database.reader);
    await expect(
      run((tx) => changeInstitution(tx, acting, { id: other.id, ifMatch: 1, patch: { slug: 'chemie' } })),
    ).rejects.toMatchObject({ code: 'institution.slug-taken' });
  });

  it('takes an old slug back', async () => {
    const { id } = await run((tx) => createInstitution(tx, acting, chemie));
    await run((tx) => changeInstitution(tx, acting, { id, ifMatch: 1, patch: { slug: 'chemie-neu' } }));
    await run((tx) => changeInstitution(tx, acting, { id, ifMatch: 2, patch: { slug: 'chemie' } }));
    expect(await bySlug('chemie')).toEqual({ id, moved: false });
    expect(await bySlug('chemie-neu')).toEqual({ id, moved: true });
  });

  it('does not give a slug away that is just being given up', async () => {
    const { id } = await run((tx) => createInstitution(tx, acting, chemie));
    let created: Promise<unknown> = Promise.resolve();
    await run(async (tx) => {
      await changeInstitution(tx, acting, { id, ifMatch: 1, patch: { slug: 'chemie-neu' } });
      created = run((other) => createInstitution(other, acting, chemie));
      created.catch(() => undefined);
      await untilBlocked(database);
    });
    await expect(created).rejects.toMatchObject({ code: 'institution.slug-taken' });
  });
});

async function bySlug(slug: string) {
  const found = await findInstitutionBySlug(database.reader, 'cluster', slug);
  return found && { id: found.institution.id, moved: found.moved };
}
