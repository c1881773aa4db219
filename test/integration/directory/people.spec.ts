import { scopeOf, systemActor } from '#access';
import { changePerson, createPerson, findPeople, getPerson, listPeople } from '#directory';
import type { PersonChange } from '#directory';
import { newId, Temporal } from '#kernel';
import { anAddress, aPerson } from '../../factories/directory.factory.js';
import { queriesOf } from '../../support/count-queries.js';
import { useDatabase } from '../../support/use-database.js';

const database = useDatabase();
const now = Temporal.Instant.from('2026-03-02T09:00:00Z');
const acting = { actor: systemActor(), now };
const scope = scopeOf(acting.actor, 'instance.administer');
const kim = {
  academicTitle: 'Dr.',
  givenName: 'Kim',
  familyName: 'Beispiel',
  salutation: 'none' as const,
  language: 'en' as const,
  position: 'Clustermanagement',
  phone: '+49 345 0000',
  homeInstitutionId: null,
};

describe('createPerson', () => {
  it('adds somebody, the first address preferred', async () => {
    const person = await create(['Kim@Cluster.example', 'kim@home.example']);
    expect(person).toEqual({
      ...kim,
      id: person.id,
      version: 1,
      addresses: [
        {
          id: expect.any(String),
          address: 'Kim@Cluster.example',
          preferred: true,
          state: 'ok',
          shared: false,
        },
        { id: expect.any(String), address: 'kim@home.example', preferred: false, state: 'ok', shared: false },
      ],
    });
    expect(await database.rows('SELECT address_folded FROM person_address ORDER BY 1')).toEqual([
      { address_folded: 'kim@cluster.example' },
      { address_folded: 'kim@home.example' },
    ]);
  });

  it('keeps what is personal in the column that can be erased', async () => {
    const { id } = await create(['kim@cluster.example']);
    expect(
      await database.rows('SELECT action, subject_id, before, after, personal FROM audit_entry'),
    ).toEqual([
      {
        action: 'person.create',
        subject_id: id,
        before: null,
        after: null,
        personal: { after: { ...kim, addresses: ['kim@cluster.example'] } },
      },
    ]);
    expect(await database.rows('SELECT type, payload FROM fact')).toEqual([
      { type: 'PersonChanged', payload: { personId: id } },
    ]);
  });

  it('refuses the same address twice, whatever the case, and adds nobody', async () => {
    await expect(create(['kim@cluster.example', 'KIM@cluster.example'])).rejects.toMatchObject({
      code: 'person.address-twice',
    });
    expect(await database.rows('SELECT id FROM person')).toEqual([]);
  });

  it('lets two people share a mailbox', async () => {
    await create(['office@cluster.example']);
    await create(['Office@cluster.example']);
    expect(await database.rows('SELECT id FROM person')).toHaveLength(2);
  });
});

describe('changePerson', () => {
  it('changes the fields of the patch and leaves the addresses', async () => {
    const before = await create(['kim@cluster.example']);
    const after = await change({ id: before.id, ifMatch: 1, patch: { phone: null, givenName: 'Kimberley' } });
    expect(after).toEqual({ ...before, phone: null, givenName: 'Kimberley', version: 2 });
    expect(await getPerson(database.reader, scope, before.id)).toEqual(after);
  });

  it('replaces the addresses; one that stays keeps its state, also in another case', async () => {
    const { id } = await aPerson(database.reader, {
      addresses: [{ address: 'a@x.example', state: 'bounced' }],
    });
    await anAddress(database.reader, { personId: id, address: 'b@x.example' });
    const after = await change({ id, ifMatch: 1, patch: { addresses: ['c@x.example', 'A@x.example'] } });
    expect(after.addresses.map(({ address, preferred, state }) => ({ address, preferred, state }))).toEqual([
      { address: 'c@x.example', preferred: true, state: 'ok' },
      { address: 'A@x.example', preferred: false, state: 'bounced' },
    ]);
    expect(after.version).toBe(2);
  });

  it('prefers another of the present addresses', async () => {
    const { id } = await create(['a@x.example', 'b@x.example']);
    const after = await change({ id, ifMatch: 1, patch: { addresses: ['b@x.example', 'a@x.example'] } });
    expect(after.addresses.map(({ address }) => address)).toEqual(['b@x.example', 'a@x.example']);
    const back = await change({ id, ifMatch: 2, patch: { addresses: ['a@x.example', 'b@x.example'] } });
    expect(back.addresses.map(({ address }) => address)).toEqual(['a@x.example', 'b@x.example']);
  });

  it('leaves the version alone when nothing differs', async () => {
    const before = await create(['a@x.example']);
    const patch = { addresses: ['a@x.example'], phone: kim.phone };
    expect(await change({ id: before.id, ifMatch: 1, patch })).toEqual(before);
    expect(await database.rows(`SELECT id FROM audit_entry WHERE action = 'person.change'`)).toEqual([]);
  });

  it('refuses a stale version and an unknown person', async () => {
    const { id } = await create(['a@x.example']);
    await expect(change({ id, ifMatch: 2, patch: {} })).rejects.toMatchObject({
      code: 'version.stale',
      params: { version: 1 },
    });
    await expect(change({ id: newId(), ifMatch: 1, patch: {} })).rejects.toMatchObject({
      code: 'person.not-found',
    });
  });
});

describe('listPeople', () => {
  it('orders by family and given name the German way and turns pages', async () => {
    const names = [
      ['Änne', 'Özdemir'],
      ['Anna', 'Ozdemir'],
      ['Bo', 'Zander'],
      ['Zoe', 'Achterberg'],
      ['Anna', 'Özdemir'],
    ];
    for (const [givenName, familyName] of names) await aPerson(database.reader, { givenName, familyName });
    const first = await listPeople(database.reader, scope, { limit: 3 });
    const second = await listPeople(database.reader, scope, { limit: 3, cursor: first.next ?? '' });
    expect([...first.items, ...second.items].map((one) => `${one.givenName} ${one.familyName}`)).toEqual([
      'Zoe Achterberg',
      'Anna Ozdemir',
      'Anna Özdemir',
      'Änne Özdemir',
      'Bo Zander',
    ]);
    expect(second.next).toBeNull();
  });

  it('gives everybody their own addresses, and asks two queries for one person and for three', async () => {
    await aPerson(database.reader, { familyName: 'A', addresses: ['a@x.example'] });
    const list = () => listPeople(database.reader, scope, { limit: 10 });
    expect(await queriesOf(database.dataSource, list)).toHaveLength(2);
    await aPerson(database.reader, { familyName: 'B', addresses: [] });
    await aPerson(database.reader, { familyName: 'C', addresses: ['c@x.example', 'd@x.example'] });
    expect(await queriesOf(database.dataSource, list)).toHaveLength(2);
    const { items } = await list();
    expect(items.map(({ addresses }) => addresses.map(({ address }) => address))).toEqual([
      ['a@x.example'],
      [],
      ['c@x.example', 'd@x.example'],
    ]);
  });
});

describe('findPeople', () => {
  it('says where each is reached: the preferred address that works, else the next, else why not', async () => {
    const preferred = await aPerson(database.reader, { addresses: ['a@x.example', 'b@x.example'] });
    const next = await aPerson(database.reader, {
      addresses: [{ address: 'c@x.example', state: 'bounced' }, 'd@x.example'],
    });
    const unsubscribed = await aPerson(database.reader, {
      addresses: [{ address: 'e@x.example', state: 'unsubscribed' }],
    });
    const none = await aPerson(database.reader, { addresses: [] });
    const ids = [preferred.id, next.id, unsubscribed.id, none.id, newId()];
    const found = await findPeople(database.reader, ids);
    const reach = ids.map((id) => found.get(id)).map((one) => one && [one.address, one.addressState]);
    expect(reach).toEqual([
      ['a@x.example', 'ok'],
      ['d@x.example', 'ok'],
      [null, 'unsubscribed'],
      [null, 'none'],
      undefined,
    ]);
  });

  it('asks nothing for nobody', async () => {
    expect(await queriesOf(database.dataSource, () => findPeople(database.reader, []))).toEqual([]);
  });
});

function create(addresses: string[]) {
  return database.run((tx) => createPerson(tx, acting, { ...kim, addresses }));
}

function change(input: PersonChange) {
  return database.run((tx) => changePerson(tx, acting, input));
}
