import { scopeOf, systemActor } from '#access';
import type { Actor } from '#access';
import {
  createPerson,
  DirectoryPersonRegistry,
  markAddress,
  dismissDuplicate,
  findByAddress,
  listDuplicates,
  refreshDuplicates,
} from '#directory';
import { Temporal } from '#kernel';
import { aMandate, anInstitution, anOffice, aPerson } from '../../factories/directory.factory.js';
import { queriesOf } from '../../support/count-queries.js';
import { useDatabase } from '../../support/use-database.js';

const database = useDatabase();
const now = Temporal.Instant.from('2026-03-02T09:00:00Z');
const everywhere = scopeOf(systemActor(), 'person.read');

describe('people who may be one', () => {
  it('have the same folded name, at different addresses', async () => {
    await aPerson(database.reader, { givenName: 'Änne', familyName: 'Müller' });
    await aPerson(database.reader, { givenName: 'Aenne', familyName: 'Mueller' });
    await aPerson(database.reader, { givenName: 'Anne', familyName: 'Müller' });
    expect(await suggestions()).toEqual([['Mueller', 'Müller', ['same-name'], 60]]);
  });

  it('have one address, unless it is shared', async () => {
    await aPerson(database.reader, { familyName: 'A', addresses: ['kim@x.example'] });
    await aPerson(database.reader, { familyName: 'B', addresses: ['KIM@x.example'] });
    await aPerson(database.reader, {
      familyName: 'C',
      addresses: [{ address: 'info@x.example', shared: true }],
    });
    await aPerson(database.reader, {
      familyName: 'D',
      addresses: [{ address: 'info@x.example', shared: true }],
    });
    expect(await suggestions()).toMatchObject([
      ['A', 'B', expect.arrayContaining(['same-address']), expect.any(Number)],
    ]);
  });

  it('have names that are alike in one institution, the surest first', async () => {
    const { id } = await anInstitution(database.reader);
    const office = await anOffice(database.reader, { institutionId: id, seats: 2 });
    const holder = await aPerson(database.reader, { givenName: 'Sabine', familyName: 'Schmidt' });
    await aMandate(database.reader, { officeId: office.id, personId: holder.id });
    const second = await aPerson(database.reader, { givenName: 'Sabine', familyName: 'Schmitt' });
    await aMandate(database.reader, { officeId: office.id, personId: second.id, seat: 2 });
    await aPerson(database.reader, { givenName: 'Sabine', familyName: 'Schmid' });
    const home = { homeInstitutionId: id };
    await aPerson(database.reader, { givenName: 'Bo', familyName: 'Ost', ...home });
    await aPerson(database.reader, { givenName: 'Bo', familyName: 'Ost', ...home });
    expect(await suggestions()).toEqual([
      ['Ost', 'Ost', ['same-institution', 'same-name'], 80],
      ['Schmidt', 'Schmitt', ['alike-name', 'same-institution'], 50],
    ]);
  });

  it('are no longer suggested when a name changes, and looking twice finds nothing new', async () => {
    const { id } = await aPerson(database.reader, { givenName: 'Kim', familyName: 'Gleich' });
    await aPerson(database.reader, { givenName: 'Kim', familyName: 'Gleich' });
    expect(await suggestions()).toHaveLength(1);
    expect(await suggestions()).toHaveLength(1);
    await database.rows(`UPDATE person SET family_name = 'Anders' WHERE id = $1`, [id]);
    expect(await suggestions()).toEqual([]);
  });

  it('stay two once somebody has said so', async () => {
    await aPerson(database.reader, { givenName: 'Kim', familyName: 'Gleich' });
    await aPerson(database.reader, { givenName: 'Kim', familyName: 'Gleich' });
    await suggestions();
    const [{ id = '' } = {}] = (await database.rows('SELECT id FROM duplicate')) as { id: string }[];
    const dismiss = () => database.run((tx) => dismissDuplicate(tx, { actor: systemActor(), now }, id));
    await dismiss();
    await dismiss();
    expect(await suggestions()).toEqual([]);
    expect(await database.rows(`SELECT action FROM audit_entry`)).toEqual([{ action: 'duplicate.dismiss' }]);
  });

  it('are shown and dismissed only where both are reached', async () => {
    const { id: home } = await anInstitution(database.reader);
    for (const homeInstitutionId of [home, null]) {
      await aPerson(database.reader, { givenName: 'Kim', familyName: 'Gleich', homeInstitutionId });
    }
    expect(await suggestions()).toHaveLength(1);
    const manager: Actor = {
      personId: null,
      channel: 'host',
      requestId: null,
      grants: [{ role: 'cluster_manager', institutionId: home, meetingId: null, own: [home], beneath: [] }],
    };
    const scope = scopeOf(manager, 'person.read');
    expect(await listDuplicates(database.reader, scope, { limit: 10 })).toEqual({ items: [], next: null });
    const [{ id = '' } = {}] = (await database.rows('SELECT id FROM duplicate')) as { id: string }[];
    await expect(
      database.run((tx) => dismissDuplicate(tx, { actor: manager, now }, id)),
    ).rejects.toMatchObject({ code: 'person.not-found' });
  });

  it('are listed page by page, with as many queries for one suggestion as for three', async () => {
    const pair = async (familyName: string) => {
      for (const givenName of ['Kim', 'Kim']) await aPerson(database.reader, { givenName, familyName });
    };
    await pair('Eins');
    await suggestions();
    const list = (cursor?: string) => listDuplicates(database.reader, everywhere, { limit: 2, cursor });
    const one = await queriesOf(database.dataSource, () => list());
    for (const name of ['Zwei', 'Drei', 'Vier']) await pair(name);
    await suggestions();
    expect(await queriesOf(database.dataSource, () => list())).toHaveLength(one.length);
    const first = await list();
    const second = await list(first.next ?? '');
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(4);
    expect(second.next).toBeNull();
  });
});

describe('shared mailboxes', () => {
  it.each([
    ['info@x.example', true],
    ['Sekretariat@x.example', true],
    ['kim@x.example', false],
    ['informatik@x.example', false],
  ])('are guessed from the address: %s is one: %s', async (address, shared) => {
    await create([address]);
    expect(await database.rows('SELECT shared FROM person_address')).toEqual([{ shared }]);
  });

  it('are marked by who may change the person, in a new version, and tell nobody’s identity', async () => {
    const { id, addresses } = await create(['pforte@x.example']);
    const registry = new DirectoryPersonRegistry();
    expect(await registry.listByAddress(database.reader, 'pforte@x.example')).toEqual([id]);
    const mark = (ifMatch: number) => {
      const change = { id, addressId: addresses[0]?.id ?? '', ifMatch, shared: true };
      return database.run((tx) => markAddress(tx, { actor: systemActor(), now }, change));
    };
    expect(await mark(1)).toMatchObject({ version: 2, addresses: [{ shared: true }] });
    expect(await mark(2)).toMatchObject({ version: 2 });
    await expect(mark(1)).rejects.toMatchObject({ code: 'version.stale' });
    expect(await registry.listByAddress(database.reader, 'pforte@x.example')).toEqual([]);
  });

  it('are those that a third person has too', async () => {
    for (const count of [1, 2]) {
      await create(['kim@x.example']);
      expect(await database.rows('SELECT shared FROM person_address')).toEqual(
        Array.from({ length: count }, () => ({ shared: false })),
      );
    }
    await create(['KIM@x.example']);
    expect(await database.rows('SELECT DISTINCT shared FROM person_address')).toEqual([{ shared: true }]);
  });
});

describe('findByAddress', () => {
  it('tells whose it is: people, offices by their mailbox and by where their copies go', async () => {
    const kim = await aPerson(database.reader, { addresses: ['other@x.example', 'Office@x.example'] });
    const mailbox = await anOffice(database.reader, { mailbox: 'OFFICE@x.example' });
    const copy = await anOffice(database.reader, { copyAddress: 'office@x.example', mailbox: 'a@x.example' });
    await anOffice(database.reader, { mailbox: 'office@y.example' });
    expect(await findByAddress(database.reader, 'OFFICE@x.example')).toEqual({
      people: [{ personId: kim.id, state: 'ok', preferred: false, shared: false }],
      mailboxOf: [{ officeId: mailbox.id, institutionId: mailbox.institutionId }],
      copyOf: [{ officeId: copy.id, institutionId: copy.institutionId }],
    });
    expect(await findByAddress(database.reader, 'nobody@x.example')).toEqual({
      people: [],
      mailboxOf: [],
      copyOf: [],
    });
  });

  it('asks the same number of queries for one and for three', async () => {
    const ask = () => findByAddress(database.reader, 'a@x.example');
    await aPerson(database.reader, { addresses: ['a@x.example'] });
    expect(await queriesOf(database.dataSource, ask)).toHaveLength(2);
    for (const _ of [2, 3]) await aPerson(database.reader, { addresses: ['a@x.example'] });
    expect(await queriesOf(database.dataSource, ask)).toHaveLength(2);
    expect((await ask()).people.map(({ shared }) => shared)).toEqual([true, true, true]);
  });
});

/** What is suggested after everybody was looked at: names, reasons and how sure. */
async function suggestions() {
  const people = (await database.rows('SELECT id FROM person')) as { id: string }[];
  for (const { id } of people) await database.run((tx) => refreshDuplicates(tx, [id], now));
  const { items } = await listDuplicates(database.reader, everywhere, { limit: 50 });
  return items.map(({ people: both, reasons, score }) => [
    ...both.map(({ familyName }) => familyName).toSorted(),
    reasons,
    score,
  ]);
}

function create(addresses: string[]) {
  const input = {
    academicTitle: null,
    givenName: 'Kim',
    familyName: 'Beispiel',
    salutation: 'none' as const,
    language: 'de' as const,
    position: null,
    phone: null,
    homeInstitutionId: null,
    addresses,
  };
  return database.run((tx) => createPerson(tx, { actor: systemActor(), now }, input));
}
