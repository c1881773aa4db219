import { scopeOf, systemActor } from '#access';
import type { Actor } from '#access';
import {
  addMember,
  correctMembership,
  endMembership,
  listInstitutions,
  listMembers,
  listMemberships,
} from '#directory';
import type { Institution } from '#directory';
import { newId, Temporal } from '#kernel';
import { aMembership, anInstitution } from '../../factories/directory.factory.js';
import { queriesOf } from '../../support/count-queries.js';
import { untilBlocked } from '../../support/until-blocked.js';
import { useDatabase } from '../../support/use-database.js';

const database = useDatabase();
const now = Temporal.Instant.from('2026-03-02T09:00:00Z');
const acting = { actor: systemActor(), now };
const scope = scopeOf(acting.actor, 'instance.administer');

describe('endMembership', () => {
  it('makes a day the last one, keeps what it was in the audit trail, and may be said twice', async () => {
    const { id } = await aMembership(database.reader, { validFrom: day('2026-01-01') });
    const ended = await end(id, '2026-06-30');
    expect(ended).toMatchObject({ id, validUntil: day('2026-06-30') });
    expect(await end(id, '2026-06-30')).toEqual(ended);
    expect(await database.rows('SELECT action, before, after FROM audit_entry')).toEqual([
      {
        action: 'membership.end',
        before: { validFrom: '2026-01-01', validUntil: null },
        after: { validFrom: '2026-01-01', validUntil: '2026-06-30' },
      },
    ]);
    expect(await database.rows('SELECT type FROM fact')).toEqual([{ type: 'MembershipChanged' }]);
  });

  it('refuses a day before the first one, and an unknown membership', async () => {
    const { id } = await aMembership(database.reader, { validFrom: day('2026-01-01') });
    await expect(end(id, '2025-12-31')).rejects.toMatchObject({ code: 'period.not-in-order' });
    await expect(end(newId(), '2026-12-31')).rejects.toMatchObject({ code: 'membership.not-found' });
  });

  it('is for either side, but only both together make it last longer', async () => {
    const { id, institutionId, memberId } = await aMembership(database.reader);
    for (const [side, lastDay] of [
      [institutionId, '2026-12-31'],
      [memberId, '2026-11-30'],
    ] as const) {
      expect(await end(id, lastDay, coordinatorOf(side))).toMatchObject({ validUntil: day(lastDay) });
      await expect(end(id, '2027-12-31', coordinatorOf(side))).rejects.toMatchObject({
        code: 'access.denied',
      });
    }
    await expect(end(id, '2026-10-31', coordinatorOf(newId()))).rejects.toMatchObject({
      code: 'access.denied',
    });
    const both = coordinatorOf(institutionId, memberId);
    expect(await end(id, '2027-12-31', both)).toMatchObject({ validUntil: day('2027-12-31') });
  });
});

describe('correctMembership', () => {
  it('puts days right and keeps what they were', async () => {
    const { id } = await aMembership(database.reader, { validFrom: day('2026-01-01') });
    expect(await correct(id, '2025-01-01', '2027-12-31')).toMatchObject({
      validFrom: day('2025-01-01'),
      validUntil: day('2027-12-31'),
    });
    expect(await database.rows('SELECT action, before FROM audit_entry')).toEqual([
      { action: 'membership.correct', before: { validFrom: '2026-01-01', validUntil: null } },
    ]);
  });

  it('refuses days on which the other period already counts, and says which', async () => {
    const former = await aMembership(database.reader, {
      validFrom: day('2024-01-01'),
      validUntil: day('2024-12-31'),
    });
    const { institutionId, memberId } = former;
    const present = await aMembership(database.reader, {
      institutionId,
      memberId,
      validFrom: day('2026-01-01'),
    });
    await expect(correct(present.id, '2024-12-31', null)).rejects.toMatchObject({
      code: 'membership.overlaps',
      params: { period: '2024-01-01 – 2024-12-31' },
    });
    await expect(correct(present.id, '2025-01-01', null)).resolves.toMatchObject({ id: present.id });
  });

  it('needs the rights of both sides', async () => {
    const { id, institutionId, memberId } = await aMembership(database.reader);
    for (const side of [institutionId, memberId]) {
      await expect(correct(id, '2025-01-01', null, coordinatorOf(side))).rejects.toMatchObject({
        code: 'access.denied',
      });
    }
  });
});

describe('a circle of memberships', () => {
  it('is refused at whatever remove, naming both, and only on days that they share', async () => {
    const [a, b, c] = [await named('A'), await named('B'), await named('C')];
    await aMembership(database.reader, { institutionId: a.id, memberId: b.id, validFrom: day('2026-01-01') });
    await aMembership(database.reader, {
      institutionId: b.id,
      memberId: c.id,
      validFrom: day('2026-01-01'),
      validUntil: day('2026-12-31'),
    });
    await expect(join(b, a, '2026-06-01')).rejects.toMatchObject({
      code: 'membership.circle',
      params: { institution: 'B', member: 'A', pointer: '/memberId' },
    });
    await expect(join(c, a, '2026-12-31')).rejects.toMatchObject({ code: 'membership.circle' });
    await expect(join(c, a, '2027-01-01')).resolves.toMatchObject({ member: { id: a.id } });
  });

  it('is refused when a correction would close it', async () => {
    const [a, b] = [await named('A'), await named('B')];
    await aMembership(database.reader, { institutionId: a.id, memberId: b.id, validFrom: day('2026-01-01') });
    const { id } = await aMembership(database.reader, {
      institutionId: b.id,
      memberId: a.id,
      validFrom: day('2024-01-01'),
      validUntil: day('2024-12-31'),
    });
    await expect(correct(id, '2024-01-01', null)).rejects.toMatchObject({ code: 'membership.circle' });
  });

  it('is not closed by two halves that are made at once', async () => {
    const [a, b] = [await named('A'), await named('B')];
    let second: Promise<unknown> = Promise.resolve();
    await database.run(async (tx) => {
      const period = { validFrom: day('2026-01-01'), validUntil: null };
      await addMember(tx, acting, { institutionId: a.id, memberId: b.id, ...period });
      second = join(b, a, '2026-01-01').catch((error: { code: string }) => error.code);
      await untilBlocked(database);
    });
    expect(await second).toBe('membership.circle');
  });

  it('without taking turns, both halves are written: the control', async () => {
    const [a, b] = [await named('A'), await named('B')];
    await database.run(async () => {
      await aMembership(database.reader, { institutionId: a.id, memberId: b.id });
      await aMembership(database.reader, { institutionId: b.id, memberId: a.id });
    });
    expect(await database.rows('SELECT id FROM membership')).toHaveLength(2);
  });
});

describe('listMemberships', () => {
  it('tells what an institution belongs to on a day, and of all time', async () => {
    const cluster = await named('Chemie');
    const [first, second] = [await named('Alpha'), await named('Beta')];
    const ended = await aMembership(database.reader, {
      institutionId: second.id,
      memberId: cluster.id,
      validFrom: day('2024-01-01'),
      validUntil: day('2025-12-31'),
    });
    const present = await aMembership(database.reader, {
      institutionId: first.id,
      memberId: cluster.id,
      validFrom: day('2025-01-01'),
    });
    await aMembership(database.reader, { institutionId: cluster.id });
    const on = async (text: string | null) =>
      (await belongs(cluster.id, text)).items.map(({ institution }) => institution.name.de);
    expect(await on('2025-06-01')).toEqual(['Alpha', 'Beta']);
    expect(await on(null)).toEqual(['Alpha']);
    expect(await on('2023-12-31')).toEqual([]);
    const all = await listMemberships(database.reader, scope, {
      institutionId: cluster.id,
      asOf: null,
      allTime: true,
      now,
      limit: 1,
    });
    expect(all.items.map(({ id }) => id)).toEqual([present.id]);
    const { items: rest } = await listMemberships(database.reader, scope, {
      institutionId: cluster.id,
      asOf: null,
      allTime: true,
      now,
      limit: 1,
      cursor: all.next ?? '',
    });
    expect(rest.map(({ id }) => id)).toEqual([ended.id]);
  });

  it('asks two queries for one and for three, either way round', async () => {
    const { institutionId, memberId } = await aMembership(database.reader);
    const request = { asOf: null, now, limit: 10 };
    const members = () => listMembers(database.reader, scope, { ...request, institutionId });
    const above = () => listMemberships(database.reader, scope, { ...request, institutionId: memberId });
    expect(await queriesOf(database.dataSource, members)).toHaveLength(2);
    expect(await queriesOf(database.dataSource, above)).toHaveLength(2);
    for (let more = 0; more < 2; more += 1) {
      await aMembership(database.reader, { institutionId });
      await aMembership(database.reader, { memberId });
    }
    expect((await members()).items).toHaveLength(3);
    expect((await above()).items).toHaveLength(3);
    expect(await queriesOf(database.dataSource, members)).toHaveLength(2);
    expect(await queriesOf(database.dataSource, above)).toHaveLength(2);
  });
});

describe('listInstitutions, filtered', () => {
  it('gives the committees of one institution', async () => {
    const { id, parentId } = await anInstitution(database.reader, { kind: 'committee' });
    await anInstitution(database.reader, { kind: 'committee' });
    expect(await idsOf({ parentId: parentId ?? '' })).toEqual([id]);
  });

  it('gives those of a Land, and those whose branch has the words', async () => {
    const found = await anInstitution(database.reader, {
      laender: ['SN', 'ST'],
      field: { de: 'Chemie & 100 % Kunststoffe', en: 'Chemistry' },
    });
    await anInstitution(database.reader, { laender: ['TH'], field: { de: 'Optik' } });
    expect(await idsOf({ land: 'ST' })).toEqual([found.id]);
    expect(await idsOf({ field: 'kunststoff' })).toEqual([found.id]);
    expect(await idsOf({ field: 'chemistry' })).toEqual([found.id]);
    expect(await idsOf({ field: '100 %' })).toEqual([found.id]);
    expect(await idsOf({ field: '_ptik' })).toEqual([]);
    expect(await idsOf({ land: 'TH', field: 'kunststoff' })).toEqual([]);
  });

  it('gives the members of one institution as of a day', async () => {
    const { institutionId, memberId } = await aMembership(database.reader, {
      validFrom: day('2026-03-02'),
      validUntil: day('2026-03-02'),
    });
    await aMembership(database.reader);
    const on = (asOf: string | null) =>
      idsOf({ membersOf: { institutionId, asOf: asOf === null ? null : day(asOf), now } });
    expect(await on(null)).toEqual([memberId]);
    expect(await on('2026-03-01')).toEqual([]);
    expect(await on('2026-03-02')).toEqual([memberId]);
  });
});

async function idsOf(filter: Parameters<typeof listInstitutions>[2] extends infer R ? Partial<R> : never) {
  const { items } = await listInstitutions(database.reader, scope, { ...filter, limit: 10 });
  return items.map(({ id }) => id);
}

function named(de: string): Promise<Institution> {
  return anInstitution(database.reader, { name: { de } });
}

function join(institution: Institution, member: Institution, from: string) {
  const input = {
    institutionId: institution.id,
    memberId: member.id,
    validFrom: day(from),
    validUntil: null,
  };
  return database.run((tx) => addMember(tx, acting, input));
}

async function end(id: string, lastDay: string, actor: Actor = acting.actor) {
  const ifMatch = await versionOf(id);
  return database.run((tx) => endMembership(tx, { actor, now }, { id, ifMatch, lastDay: day(lastDay) }));
}

async function correct(id: string, from: string, until: string | null, actor: Actor = acting.actor) {
  const period = { validFrom: day(from), validUntil: until === null ? null : day(until) };
  const ifMatch = await versionOf(id);
  return database.run((tx) => correctMembership(tx, { actor, now }, { id, ifMatch, ...period }));
}

async function versionOf(id: string): Promise<number> {
  const rows = await database.rows('SELECT version FROM membership WHERE id = $1', [id]);
  const [row] = rows as { version: number }[];
  return row?.version ?? 1;
}

function belongs(institutionId: string, asOf: string | null) {
  const on = asOf === null ? null : day(asOf);
  return listMemberships(database.reader, scope, { institutionId, asOf: on, now, limit: 10 });
}

function coordinatorOf(...own: string[]): Actor {
  const grant = { role: 'network_coordinator', institutionId: own[0] ?? null, meetingId: null, own } as const;
  return { personId: newId(), channel: 'host', grants: [{ ...grant, beneath: [] }], requestId: null };
}

function day(text: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(text);
}
