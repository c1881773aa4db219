import { scopeOf, systemActor } from '#access';
import type { Actor, Grant } from '#access';
import { changeInstitution, createInstitution, listOffices } from '#directory';
import type { NewInstitution } from '#directory';
import { newId, Temporal } from '#kernel';
import { anInstitution } from '../../factories/directory.factory.js';
import { useDatabase } from '../../support/use-database.js';

const database = useDatabase();
const now = Temporal.Instant.from('2026-03-02T23:30:00Z');
const acting = { actor: systemActor(), now };
const scope = scopeOf(acting.actor, 'instance.administer');
const input: NewInstitution = {
  kind: 'committee',
  slug: 'beirat',
  name: { de: 'Beirat' },
  shortName: null,
  colour: null,
  zone: 'Europe/Berlin',
  mainLanguage: 'de',
  field: null,
  laender: [],
  seat: null,
  website: null,
  organisationKind: null,
  operatorId: null,
  parentId: null,
};

describe('a committee', () => {
  it('comes with offices for its chair, its members and its guests, all vacant', async () => {
    const { id: parentId } = await anInstitution(database.reader);
    const { id } = await create({ ...input, parentId });
    const { items } = await listOffices(database.reader, scope, {
      institutionId: id,
      asOf: null,
      now,
      limit: 10,
    });
    expect(items.map(({ kind, name, seats, holders }) => [kind, name, seats, holders])).toEqual([
      ['chair', { de: 'Vorsitz', en: 'Chair' }, 1, []],
      ['member', { de: 'Mitglied', en: 'Member' }, 12, []],
      ['guest', { de: 'Gast', en: 'Guest' }, 5, []],
    ]);
    expect(
      await database.rows('SELECT action, count(*)::int FROM audit_entry GROUP BY 1 ORDER BY 1'),
    ).toEqual([
      { action: 'institution.create', count: 1 },
      { action: 'office.create', count: 3 },
    ]);
  });

  it('has as many seats for members as is said', async () => {
    const { id: parentId } = await anInstitution(database.reader);
    await create({ ...input, parentId, memberSeats: 34 });
    expect(await database.rows(`SELECT seats FROM office WHERE kind = 'member'`)).toEqual([{ seats: 34 }]);
  });

  it('needs an institution that it belongs to, and leaves nothing behind without one', async () => {
    await expect(create(input)).rejects.toMatchObject({
      code: 'institution.parent-required',
      params: { pointer: '/parentId' },
    });
    expect(await database.rows('SELECT id FROM institution UNION ALL SELECT id FROM office')).toEqual([]);
  });

  it('does not belong to another committee, not even by a change', async () => {
    const committee = await anInstitution(database.reader, { kind: 'committee' });
    await expect(create({ ...input, parentId: committee.id })).rejects.toMatchObject({
      code: 'institution.parent-is-committee',
    });
    const other = await anInstitution(database.reader, { kind: 'committee' });
    await expect(change(other.id, { parentId: committee.id })).rejects.toMatchObject({
      code: 'institution.parent-is-committee',
    });
    await expect(change(other.id, { parentId: other.id })).rejects.toMatchObject({
      code: 'institution.own-parent',
    });
    await expect(change(other.id, { parentId: null })).rejects.toMatchObject({
      code: 'institution.parent-required',
    });
  });

  it('goes to another institution only by who may create one there', async () => {
    const committee = await anInstitution(database.reader, { kind: 'committee' });
    const elsewhere = await anInstitution(database.reader);
    const manager = actorWith({ role: 'cluster_manager', own: [committee.parentId ?? '', committee.id] });
    const move = (actor: Actor) =>
      database.run((tx) =>
        changeInstitution(
          tx,
          { actor, now },
          { id: committee.id, ifMatch: 1, patch: { parentId: elsewhere.id } },
        ),
      );
    await expect(move(manager)).rejects.toMatchObject({ code: 'access.denied' });
    expect((await move(systemActor())).parentId).toBe(elsewhere.id);
  });

  it('is refused without a parent by the table too', async () => {
    await expect(anInstitution(database.reader, { kind: 'committee', parentId: null })).rejects.toMatchObject(
      { driverError: { constraint: 'ck_institution_parent' } },
    );
  });
});

describe('a cluster within a network', () => {
  it('is created by its coordinator, and is a member from the network’s day on', async () => {
    const network = await anInstitution(database.reader, { kind: 'network' });
    const coordinator = actorWith({ role: 'network_coordinator', own: [network.id] });
    const { id } = await create(
      { ...input, kind: 'cluster', slug: 'logistik', memberOf: network.id },
      coordinator,
    );
    // It is the third of March in Berlin already.
    expect(
      await database.rows('SELECT institution_id, member_id, valid_from, valid_until FROM membership'),
    ).toEqual([
      {
        institution_id: network.id,
        member_id: id,
        valid_from: Temporal.PlainDate.from('2026-03-03'),
        valid_until: null,
      },
    ]);
    expect(await database.rows(`SELECT payload FROM fact WHERE type = 'MembershipAdded'`)).toEqual([
      { payload: { membershipId: expect.any(String), institutionId: network.id, memberId: id } },
    ]);
  });

  it('is not created in a foreign network, nor in none', async () => {
    const own = await anInstitution(database.reader, { kind: 'network' });
    const foreign = await anInstitution(database.reader, { kind: 'network' });
    const coordinator = actorWith({ role: 'network_coordinator', own: [own.id] });
    const cluster = { ...input, kind: 'cluster', slug: 'logistik' } as const;
    for (const memberOf of [foreign.id, null]) {
      await expect(create({ ...cluster, memberOf }, coordinator)).rejects.toMatchObject({
        code: 'access.denied',
      });
    }
    await expect(create({ ...cluster, memberOf: newId() })).rejects.toMatchObject({
      code: 'institution.not-found',
    });
    expect(await database.rows(`SELECT id FROM institution WHERE slug = 'logistik'`)).toEqual([]);
  });
});

describe('who runs it', () => {
  it('is an organisation and nobody else', async () => {
    const { id: operatorId } = await anInstitution(database.reader, { kind: 'cluster' });
    const cluster = { ...input, kind: 'cluster', slug: 'chemie' } as const;
    await expect(create({ ...cluster, operatorId })).rejects.toMatchObject({
      code: 'institution.operator-not-organisation',
      params: { pointer: '/operatorId' },
    });
    const { id } = await anInstitution(database.reader, { kind: 'organisation' });
    expect((await create({ ...cluster, operatorId: id })).operatorId).toBe(id);
  });
});

function create(institution: NewInstitution, actor: Actor = acting.actor) {
  return database.run((tx) => createInstitution(tx, { actor, now }, institution));
}

function change(id: string, patch: Partial<Omit<NewInstitution, 'kind'>>) {
  return database.run((tx) => changeInstitution(tx, acting, { id, ifMatch: 1, patch }));
}

function actorWith({ role, own }: Pick<Grant, 'role' | 'own'>): Actor {
  const grant: Grant = { role, institutionId: own[0] ?? null, meetingId: null, own, beneath: [] };
  return { personId: newId(), channel: 'host', grants: [grant], requestId: null };
}
