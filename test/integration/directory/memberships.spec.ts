import { scopeOf, systemActor } from '#access';
import { addMember, correctMembership, endMembership, listInstitutions, listMembers } from '#directory';
import type { NewMembership } from '#directory';
import { newId, Temporal } from '#kernel';
import { aMembership, anInstitution } from '../../factories/directory.factory.js';
import { queriesOf } from '../../support/count-queries.js';
import { useDatabase } from '../../support/use-database.js';

const database = useDatabase();
const now = Temporal.Instant.from('2026-03-02T09:00:00Z');
const acting = { actor: systemActor(), now };
const scope = scopeOf(acting.actor, 'instance.administer');

describe('addMember', () => {
  it('makes an institution a member from a day until a day, with audit and fact', async () => {
    const { network, cluster } = await aNetworkAndACluster();
    const period = { validFrom: day('2026-01-01'), validUntil: day('2026-12-31') };
    const added = await add({ institutionId: network, memberId: cluster, ...period });
    const undescribed = { organisationKind: null, seat: null, laender: [], website: null };
    expect(added).toEqual({
      id: added.id,
      institution: { id: network, name: { de: 'Netz' }, kind: 'network' },
      member: { id: cluster, name: { de: 'Chemie' }, kind: 'cluster', ...undescribed },
      ...period,
      version: 1,
    });
    expect(await database.rows('SELECT * FROM membership')).toEqual([
      {
        id: added.id,
        institution_id: network,
        member_id: cluster,
        valid_from: period.validFrom,
        valid_until: period.validUntil,
        version: 1,
      },
    ]);
    expect(await database.rows('SELECT action, subject_id FROM audit_entry')).toEqual([
      { action: 'membership.add', subject_id: added.id },
    ]);
    expect(await database.rows('SELECT type, payload FROM fact')).toEqual([
      {
        type: 'MembershipAdded',
        payload: { membershipId: added.id, institutionId: network, memberId: cluster },
      },
    ]);
  });

  it('takes it up again from the day after it left, and not a day earlier', async () => {
    const { network, cluster } = await aNetworkAndACluster();
    const pair = { institutionId: network, memberId: cluster };
    await add({ ...pair, validFrom: day('2024-01-01'), validUntil: day('2025-12-31') });
    await expect(add({ ...pair, validFrom: day('2025-12-31'), validUntil: null })).rejects.toMatchObject({
      code: 'membership.overlaps',
      params: { period: '2024-01-01 – 2025-12-31' },
    });
    await add({ ...pair, validFrom: day('2026-01-01'), validUntil: null });
    expect(await database.rows('SELECT id FROM membership')).toHaveLength(2);
  });

  it('refuses an institution as its own member', async () => {
    const { network } = await aNetworkAndACluster();
    await expect(
      add({ institutionId: network, memberId: network, validFrom: day('2026-01-01'), validUntil: null }),
    ).rejects.toMatchObject({ code: 'membership.of-itself' });
  });

  it('refuses a period that ends before it begins', async () => {
    const { network, cluster } = await aNetworkAndACluster();
    const period = { validFrom: day('2026-01-02'), validUntil: day('2026-01-01') };
    await expect(add({ institutionId: network, memberId: cluster, ...period })).rejects.toMatchObject({
      code: 'period.not-in-order',
    });
  });

  it.each(['institutionId', 'memberId'])('refuses an unknown %s', async (missing) => {
    const { network, cluster } = await aNetworkAndACluster();
    const pair = { institutionId: network, memberId: cluster, [missing]: newId() };
    await expect(add({ ...pair, validFrom: day('2026-01-01'), validUntil: null })).rejects.toMatchObject({
      code: 'institution.not-found',
    });
  });
});

describe('listMembers', () => {
  it('tells who belongs to it on a day, both ends included', async () => {
    const { id: network } = await anInstitution(database.reader, { kind: 'network' });
    const member = await aMembership(database.reader, {
      institutionId: network,
      validFrom: day('2026-02-01'),
      validUntil: day('2026-02-28'),
    });
    await aMembership(database.reader, { validFrom: day('2026-02-01') });
    const membersOn = async (text: string) => (await list(network, day(text))).items.map(({ id }) => id);
    expect(await membersOn('2026-01-31')).toEqual([]);
    expect(await membersOn('2026-02-01')).toEqual([member.id]);
    expect(await membersOn('2026-02-28')).toEqual([member.id]);
    expect(await membersOn('2026-03-01')).toEqual([]);
  });

  it("takes the institution's own day where none is given", async () => {
    const auckland = await anInstitution(database.reader, { kind: 'network', zone: 'Pacific/Auckland' });
    const berlin = await anInstitution(database.reader, { kind: 'network' });
    const late = Temporal.Instant.from('2026-03-02T12:00:00Z');
    for (const institutionId of [auckland.id, berlin.id]) {
      await aMembership(database.reader, { institutionId, validFrom: day('2026-03-03') });
    }
    const membersOf = (institutionId: string) =>
      listMembers(database.reader, scope, { institutionId, asOf: null, now: late, limit: 10 });
    expect((await membersOf(auckland.id)).items).toHaveLength(1);
    expect((await membersOf(berlin.id)).items).toHaveLength(0);
  });

  it('refuses an unknown institution', async () => {
    await expect(list(newId(), day('2026-01-01'))).rejects.toMatchObject({ code: 'institution.not-found' });
  });

  it('asks two queries for one member and for three', async () => {
    const { id } = await anInstitution(database.reader, { kind: 'network' });
    await aMembership(database.reader, { institutionId: id });
    expect(await queriesOf(database.dataSource, () => list(id, day('2026-03-02')))).toHaveLength(2);
    for (let more = 0; more < 2; more += 1) await aMembership(database.reader, { institutionId: id });
    expect(await queriesOf(database.dataSource, () => list(id, day('2026-03-02')))).toHaveLength(2);
  });
});

describe('listInstitutions', () => {
  it('orders the German way and turns pages without losing or repeating anybody', async () => {
    const names = [
      'Zeitz',
      'Ölmühle',
      'Otto',
      'Oppeln',
      'ölmühle',
      'Äther',
      'Azur',
      'Straße',
      'Strasse',
      'Otto',
    ];
    for (const de of names) await anInstitution(database.reader, { name: { de } });
    const seen: { id: string; sortName: string }[] = [];
    let cursor: string | undefined;
    do {
      const page = await listInstitutions(database.reader, scope, { cursor, limit: 3 });
      expect(page.items.length).toBeLessThanOrEqual(3);
      seen.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(seen.map(({ sortName }) => sortName)).toEqual([
      'Äther',
      'Azur',
      'ölmühle',
      'Ölmühle',
      'Oppeln',
      'Otto',
      'Otto',
      'Strasse',
      'Straße',
      'Zeitz',
    ]);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(names.length);
  });

  it('gives one kind where asked to, and no cursor on the last page', async () => {
    const network = await anInstitution(database.reader, { kind: 'network' });
    await anInstitution(database.reader, { kind: 'cluster' });
    const page = await listInstitutions(database.reader, scope, { kind: 'network', limit: 1 });
    expect(page).toEqual({ items: [expect.objectContaining({ id: network.id })], next: null });
  });

  it('refuses the cursor of another list', async () => {
    const { id: institutionId } = await anInstitution(database.reader, { kind: 'network' });
    for (let more = 0; more < 2; more += 1) await aMembership(database.reader, { institutionId });
    const { next } = await listMembers(database.reader, scope, { institutionId, asOf: null, now, limit: 1 });
    expect(next).not.toBeNull();
    await expect(
      listInstitutions(database.reader, scope, { cursor: next ?? '', limit: 1 }),
    ).rejects.toMatchObject({ code: 'request.broken-cursor' });
  });

  it('asks one query for one institution and for three', async () => {
    const list = () => listInstitutions(database.reader, scope, { limit: 10 });
    await anInstitution(database.reader);
    expect(await queriesOf(database.dataSource, list)).toHaveLength(1);
    for (let more = 0; more < 2; more += 1) await anInstitution(database.reader);
    expect(await queriesOf(database.dataSource, list)).toHaveLength(1);
  });
});

describe('the version of a membership', () => {
  it('rises with every change, and refuses one that has not seen the last', async () => {
    const { id } = await aMembership(database.reader, { validFrom: day('2026-01-01') });
    const seen = { id, ifMatch: 1 };
    const ended = await database.run((tx) =>
      endMembership(tx, acting, { ...seen, lastDay: day('2026-06-30') }),
    );
    expect(ended).toMatchObject({ version: 2 });
    const stale = { code: 'version.stale', params: { version: 2 } };
    const period = { validFrom: day('2026-02-01'), validUntil: null };
    await expect(
      database.run((tx) => correctMembership(tx, acting, { ...seen, ...period })),
    ).rejects.toMatchObject(stale);
    await expect(
      database.run((tx) => endMembership(tx, acting, { ...seen, lastDay: day('2026-05-31') })),
    ).rejects.toMatchObject(stale);
    expect(
      await database.run((tx) => correctMembership(tx, acting, { id, ifMatch: 2, ...period })),
    ).toMatchObject({
      ...period,
      version: 3,
    });
  });
});

async function aNetworkAndACluster() {
  const network = await anInstitution(database.reader, { kind: 'network', name: { de: 'Netz' } });
  const cluster = await anInstitution(database.reader, { name: { de: 'Chemie' } });
  return { network: network.id, cluster: cluster.id };
}

function add(input: NewMembership) {
  return database.run((tx) => addMember(tx, acting, input));
}

function list(institutionId: string, asOf: Temporal.PlainDate) {
  return listMembers(database.reader, scope, { institutionId, asOf, now, limit: 10 });
}

function day(text: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(text);
}
