import type { AudienceClause, AudienceRule } from '#contracts';
import { resolveAudience } from '#directory';
import type { AudienceMoment, ResolvedAudience } from '#directory';
import { newId, Temporal } from '#kernel';
import { anAudience, aTag, holdersIn, ruleOf } from '../../factories/audience.factory.js';
import {
  aMandate,
  aMembership,
  anInstitution,
  anOffice,
  aPerson,
} from '../../factories/directory.factory.js';
import { queriesOf } from '../../support/count-queries.js';
import { useDatabase } from '../../support/use-database.js';

const database = useDatabase();
const meetingDay = day('2026-09-17');
const longBefore = Temporal.Instant.from('2026-03-02T09:00:00Z');

describe('the holders of an office in the clusters of a network', () => {
  it('come in the order of the clusters’ names, with why and how they are reached', async () => {
    const network = await aNetwork();
    await aCluster(network, 'Zwickau');
    const aeronautik = await aCluster(network, 'Äronautik', { seats: 2 });
    const bio = await aCluster(network, 'Bio');
    const ada = await aPerson(database.reader, {
      academicTitle: 'Prof. Dr.',
      givenName: 'Ada',
      familyName: 'Beispiel',
      salutation: 'frau',
      language: 'en',
      addresses: ['ada@bio.example'],
    });
    await aMandate(database.reader, { officeId: bio.office.id, personId: ada.id });
    const second = await aMandate(database.reader, { officeId: aeronautik.office.id, seat: 2 });

    const audience = await resolve(holdersIn(network));
    expect(audience.people.map(({ personId }) => personId)).toEqual([second.personId, ada.id]);
    expect(audience.people.at(1)).toEqual({
      personId: ada.id,
      academicTitle: 'Prof. Dr.',
      givenName: 'Ada',
      familyName: 'Beispiel',
      salutation: 'frau',
      language: 'en',
      address: 'ada@bio.example',
      addressState: 'ok',
      reasons: [
        {
          kind: 'office',
          officeId: bio.office.id,
          institutionId: bio.cluster.id,
          office: bio.office.name,
          institution: { de: 'Bio' },
        },
      ],
    });
    expect(audience.vacancies.map(({ institution, seats }) => [institution.name.de, seats])).toEqual([
      ['Äronautik', 1],
      ['Zwickau', 1],
    ]);
    expect(audience.clusters.map(({ institution, people }) => [institution.name.de, people])).toEqual([
      ['Äronautik', 1],
      ['Bio', 1],
      ['Zwickau', 0],
    ]);
    expect(audience.withoutOffice).toEqual([]);
  });

  it('come once, with every reason, and count for each Land of theirs', async () => {
    const network = await aNetwork();
    const one = await aCluster(network, 'A', {}, {}, { laender: ['SN', 'TH'] });
    const other = await aCluster(network, 'B', {}, {}, { laender: ['SN'] });
    const { id: personId } = await aPerson(database.reader);
    for (const { office } of [one, other]) await aMandate(database.reader, { officeId: office.id, personId });
    const { people, laender } = await resolve(holdersIn(network));
    expect(people.map(({ personId: id, reasons }) => [id, reasons.map(({ officeId }) => officeId)])).toEqual([
      [personId, [one.office.id, other.office.id]],
    ]);
    expect(laender).toEqual([
      { land: 'SN', people: 1 },
      { land: 'TH', people: 1 },
    ]);
  });

  it('are those of the day: memberships and mandates begin and end, both ends included', async () => {
    const network = await aNetwork();
    const { office } = await aCluster(network, 'A', {}, { validUntil: meetingDay });
    const before = await aMandate(database.reader, {
      officeId: office.id,
      validUntil: meetingDay.subtract({ days: 1 }),
    });
    const after = await aMandate(database.reader, { officeId: office.id, validFrom: meetingDay });
    const holdersOn = (on: Temporal.PlainDate) =>
      idsOf(resolve(holdersIn(network), { meetingDay: on, successors: 'at-once' }));
    expect(await holdersOn(meetingDay.subtract({ days: 1 }))).toEqual([before.personId]);
    expect(await holdersOn(meetingDay)).toEqual([after.personId]);
    expect(await holdersOn(meetingDay.add({ days: 1 }))).toEqual([]);
  });

  it('leave out other networks and kinds of office, and members that are no clusters unless they are meant', async () => {
    const network = await aNetwork();
    const elsewhere = await aCluster(await aNetwork(), 'Elsewhere');
    const chair = await aCluster(network, 'Chair', { kind: 'chair' });
    const organisation = await anInstitution(database.reader, {
      kind: 'organisation',
      name: { de: 'Ägide' },
    });
    await aMembership(database.reader, { institutionId: network, memberId: organisation.id });
    const office = await anOffice(database.reader, { institutionId: organisation.id });
    for (const officeId of [elsewhere.office.id, chair.office.id])
      await aMandate(database.reader, { officeId });
    const held = await aMandate(database.reader, { officeId: office.id });
    const { people, withoutOffice } = await resolve(holdersIn(network));
    expect(people).toEqual([]);
    expect(withoutOffice).toEqual([{ id: chair.cluster.id, name: { de: 'Chair' } }]);
    expect(await idsOf(resolve(holdersIn(network, 'chair')))).toHaveLength(1);
    const all = {
      kind: 'network-offices',
      networkId: network,
      officeKind: 'cluster_manager',
      members: 'all',
    } as const;
    expect(await idsOf(resolve(ruleOf(all)))).toEqual([held.personId]);
  });

  it('are kept when they cannot be written to, with what is the matter', async () => {
    const network = await aNetwork();
    const { office } = await aCluster(network, 'A', { seats: 3 });
    const states = ['none', 'bounced', 'unsubscribed'] as const;
    for (const [index, state] of states.entries()) {
      const addresses = state === 'none' ? [] : [{ address: 'x@x.example', state }];
      const { id: personId } = await aPerson(database.reader, { addresses });
      await aMandate(database.reader, { officeId: office.id, personId, seat: index + 1 });
    }
    const { people } = await resolve(holdersIn(network));
    expect(people.map(({ address, addressState }) => [address, addressState])).toEqual(
      states.map((state) => [null, state]),
    );
  });

  it('are nobody in a network that is not there', async () => {
    expect(await resolve(holdersIn(newId()))).toMatchObject({ people: [], withoutOffice: [] });
  });
});

describe('a successor', () => {
  const begins = day('2026-07-01');
  const table = [
    [
      'is not asked before the day',
      '2026-06-30T09:00:00Z',
      'on-the-day',
      'predecessor',
      '2026-06-30T22:00:00Z',
    ],
    ['is asked from that day on', '2026-07-01T09:00:00Z', 'on-the-day', 'successor', null],
    ['is asked at once if the host says so', '2026-06-30T09:00:00Z', 'at-once', 'successor', null],
    // Midnight in Berlin is two hours earlier in UTC, in summer.
    [
      'has not begun a second before midnight there',
      '2026-06-30T21:59:59Z',
      'on-the-day',
      'predecessor',
      '2026-06-30T22:00:00Z',
    ],
    ['has begun at midnight there', '2026-06-30T22:00:00Z', 'on-the-day', 'successor', null],
  ] as const;

  it.each(table)('%s', async (_, now, successors, expected, nextChange) => {
    const network = await aNetwork();
    const people = await aHandover(network, begins);
    const audience = await resolve(holdersIn(network), { now: Temporal.Instant.from(now), successors });
    expect(audience.people.map(({ personId }) => personId)).toEqual([people[expected]]);
    expect(audience.nextChangeAt?.toString() ?? null).toBe(nextChange);
    expect(audience.vacancies).toEqual([]);
  });

  it('begins by the day of the cluster’s own zone', async () => {
    const network = await aNetwork();
    const { predecessor, successor } = await aHandover(network, begins, { zone: 'Europe/Lisbon' });
    const at = (now: string) => idsOf(resolve(holdersIn(network), { now: Temporal.Instant.from(now) }));
    expect(await at('2026-06-30T22:30:00Z')).toEqual([predecessor]);
    expect(await at('2026-06-30T23:00:00Z')).toEqual([successor]);
  });

  it('who only begins after the meeting is not asked, nor is a holder whose mandate ends before it', async () => {
    const network = await aNetwork();
    await aHandover(network, meetingDay.add({ days: 1 }), {}, meetingDay.subtract({ days: 1 }));
    const { people, vacancies, nextChangeAt } = await resolve(holdersIn(network));
    expect(people).toEqual([]);
    expect(
      vacancies.map(({ seats, since, filledFrom }) => [seats, since?.toString(), filledFrom?.toString()]),
    ).toEqual([[1, '2026-09-17', '2026-09-18']]);
    expect(nextChangeAt).toBeNull();
  });

  it('is awaited on a seat that nobody holds until then: vacant, with the day it is filled', async () => {
    const network = await aNetwork();
    const { office } = await aCluster(network, 'A');
    await aMandate(database.reader, { officeId: office.id, validFrom: begins });
    const { people, vacancies } = await resolve(holdersIn(network));
    expect(people).toEqual([]);
    expect(vacancies).toMatchObject([{ seats: 1, since: null, filledFrom: begins }]);
  });
});

describe('a rule', () => {
  it('takes one institution’s holders, or those of the clusters of a Land, a field, or both', async () => {
    const network = await aNetwork();
    const saxon = await aManaged(network, 'Saxon', { laender: ['SN'], field: { de: 'Chemie' } });
    const both = await aManaged(network, 'Both', { laender: ['SN', 'TH'], field: { en: 'ÖKO-Optics' } });
    await aManaged(network, 'None', { laender: ['NW'], field: { de: 'Logistik' } });
    const of = (clause: object) =>
      idsOf(resolve(ruleOf({ officeKind: 'cluster_manager', ...clause } as AudienceClause)));
    const region = (laender: string[], field: string | null) =>
      of({ kind: 'region-offices', laender, field });
    expect(await of({ kind: 'institution-offices', institutionId: saxon.cluster.id })).toEqual([
      saxon.personId,
    ]);
    expect(await region(['SN'], null)).toEqual([both.personId, saxon.personId]);
    expect(await region([], 'öko-optics')).toEqual([both.personId]);
    expect(await region(['TH'], 'chemie')).toEqual([]);
    expect(await region(['SN'], 'Chemie')).toEqual([saxon.personId]);
  });

  it('takes a committee’s members by their functions; they stand for the cluster whose committee it is', async () => {
    const cluster = await anInstitution(database.reader, { name: { de: 'Optik' }, laender: ['TH'] });
    const committee = await anInstitution(database.reader, { kind: 'committee', parentId: cluster.id });
    const [chair, guest] = [await inOffice(committee.id, 'chair'), await inOffice(committee.id, 'guest')];
    const of = (functions: ('chair' | 'member' | 'guest')[]) =>
      resolve(ruleOf({ kind: 'committee', committeeId: committee.id, functions }));
    expect(await idsOf(of([]))).toEqual([chair.personId, guest.personId]);
    const { people, clusters, laender, withoutOffice } = await of(['guest', 'member']);
    expect(people.map(({ personId, reasons }) => [personId, reasons])).toMatchObject([
      [guest.personId, [{ kind: 'committee', officeId: guest.officeId, institutionId: committee.id }]],
    ]);
    expect(clusters).toEqual([{ institution: { id: cluster.id, name: { de: 'Optik' } }, people: 1 }]);
    expect([laender, withoutOffice]).toEqual([[{ land: 'TH', people: 1 }], []]);
  });

  it('takes members: who manages them, else the contacts at home there', async () => {
    const cluster = await anInstitution(database.reader);
    const managed = await aMember(cluster.id, 'Managed');
    const manager = await inOffice(managed, 'organisation_manager');
    const bare = await aMember(cluster.id, 'Bare');
    const silent = await aMember(cluster.id, 'Silent');
    const gone = await aMember(cluster.id, 'Gone', { validUntil: meetingDay.subtract({ days: 1 }) });
    await inOffice(gone, 'organisation_manager');
    const contacts = await aTag(database.reader, { institutionId: cluster.id });
    const tagged = await aPerson(database.reader, { homeInstitutionId: bare });
    const elsewhere = await aPerson(database.reader);
    const notMarked = await aPerson(database.reader, { homeInstitutionId: bare });
    await contacts.mark(
      tagged.id,
      elsewhere.id,
      (await aPerson(database.reader, { homeInstitutionId: managed })).id,
    );
    const clause = { kind: 'members', institutionId: cluster.id, contactTagId: contacts.id } as const;
    const { people, withoutOffice } = await resolve(ruleOf(clause));
    expect(people.map(({ personId, reasons }) => [personId, reasons])).toMatchObject([
      [tagged.id, [{ kind: 'membership', officeId: null, institutionId: bare }]],
      [manager.personId, [{ kind: 'membership', officeId: manager.officeId, institutionId: managed }]],
    ]);
    expect(people.map(({ personId }) => personId)).not.toContain(notMarked.id);
    expect(withoutOffice.map(({ id }) => id)).toEqual([silent]);
  });

  it('takes who carries a tag and who manages what carries it', async () => {
    const tag = await aTag(database.reader);
    const [person, cluster] = [await aPerson(database.reader), await anInstitution(database.reader)];
    const manager = await inOffice(cluster.id, 'cluster_manager');
    await tag.mark(person.id);
    await tag.markInstitution(cluster.id);
    const { people } = await resolve(ruleOf({ kind: 'tag', tagId: tag.id }));
    expect(people.map(({ personId, reasons }) => [personId, reasons.map(({ kind }) => kind)])).toEqual([
      [person.id, ['named']],
      [manager.personId, ['office']],
    ]);
  });

  it('keeps every reason of a person whom several inclusions yield', async () => {
    const network = await aNetwork();
    const { personId, office, cluster } = await aManaged(network, 'A');
    const board = await anInstitution(database.reader, { kind: 'committee', parentId: cluster.id });
    const seat = await inOffice(board.id, 'member', personId);
    const rule = ruleOf(
      ...holdersIn(network).include,
      { kind: 'committee', committeeId: board.id, functions: [] },
      { kind: 'people', personIds: [personId] },
      ...holdersIn(network).include,
    );
    const { people } = await resolve(rule);
    expect(people).toHaveLength(1);
    expect(people[0]?.reasons.map(({ kind, officeId }) => [kind, officeId])).toEqual([
      ['office', office.id],
      ['committee', seat.officeId],
      ['named', null],
    ]);
  });

  it('lets exclusions win, for whatever reason, and says how many they took out', async () => {
    const network = await aNetwork();
    const [kept, out] = [await aManaged(network, 'A'), await aManaged(network, 'B')];
    const vacant = await aCluster(network, 'C');
    const rule: AudienceRule = {
      include: [...holdersIn(network).include, { kind: 'people', personIds: [out.personId] }],
      exclude: [out.cluster.id, vacant.cluster.id].map((institutionId) => ({
        kind: 'institution-offices',
        institutionId,
        officeKind: 'cluster_manager',
      })),
    };
    const { people, excluded, vacancies } = await resolve(rule);
    expect(people.map(({ personId }) => personId)).toEqual([kept.personId]);
    expect([excluded, vacancies]).toEqual([1, []]);
  });

  it('takes saved audiences with their own exclusions, to any depth', async () => {
    const network = await aNetwork();
    const [kept, out] = [await aManaged(network, 'A'), await aManaged(network, 'B')];
    const people: AudienceClause = { kind: 'people', personIds: [out.personId] };
    const inner = await anAudience(database.reader, { rule: { ...holdersIn(network), exclude: [people] } });
    const outer = await anAudience(database.reader, {
      rule: ruleOf({ kind: 'audience', audienceId: inner.id }),
    });
    const clause = { kind: 'audience', audienceId: outer.id } as const;
    expect(await idsOf(resolve(ruleOf(clause)))).toEqual([kept.personId]);
    // What the saved audience excludes may still come in by another way.
    expect(await idsOf(resolve(ruleOf(clause, people)))).toEqual([kept.personId, out.personId]);
  });

  it('comes to an end when saved audiences go in a circle', async () => {
    const id = newId();
    await anAudience(database.reader, { id, rule: ruleOf({ kind: 'audience', audienceId: id }) });
    expect(await idsOf(resolve(ruleOf({ kind: 'audience', audienceId: id })))).toEqual([]);
  });

  it('takes as many queries for a hundred and a thousand clusters as for one and three, and no second', async () => {
    const network = await aNetwork();
    const tag = await aTag(database.reader);
    await tag.mark((await aPerson(database.reader)).id);
    const audience = await anAudience(database.reader, { rule: holdersIn(network) });
    const rule = ruleOf(
      { kind: 'audience', audienceId: audience.id },
      { kind: 'members', institutionId: network, contactTagId: tag.id },
      { kind: 'region-offices', laender: ['SN'], field: null, officeKind: 'cluster_manager' },
      { kind: 'tag', tagId: tag.id },
    );
    const count = async () => (await queriesOf(database.dataSource, () => resolve(rule))).length;
    await aManaged(network, 'Z', { laender: ['SN'] });
    const queries = await count();
    expect(queries).toBeLessThanOrEqual(10);
    await aManaged(network, 'Y');
    await aManaged(network, 'X');
    expect(await count()).toBe(queries);
    await manyClusters(network, 1, 100);
    expect(await count()).toBe(queries);
    await manyClusters(network, 101, 1000);
    expect(await count()).toBe(queries);
    const startedAt = performance.now();
    expect((await resolve(holdersIn(network))).people).toHaveLength(1003);
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });
});

async function aNetwork(): Promise<string> {
  return (await anInstitution(database.reader, { kind: 'network' })).id;
}

async function aCluster(network: string, de: string, office = {}, membership = {}, fields = {}) {
  const cluster = await anInstitution(database.reader, { name: { de }, ...fields });
  await aMembership(database.reader, { institutionId: network, memberId: cluster.id, ...membership });
  return { cluster, office: await anOffice(database.reader, { institutionId: cluster.id, ...office }) };
}

async function aManaged(network: string, de: string, fields = {}) {
  const made = await aCluster(network, de, {}, {}, fields);
  return { ...made, personId: (await aMandate(database.reader, { officeId: made.office.id })).personId };
}

/** A cluster whose office is handed over on that day. */
async function aHandover(
  network: string,
  begins: Temporal.PlainDate,
  fields = {},
  lastDay = begins.subtract({ days: 1 }),
) {
  const { office } = await aCluster(network, 'A', {}, {}, fields);
  const before = await aMandate(database.reader, { officeId: office.id, validUntil: lastDay });
  const after = await aMandate(database.reader, { officeId: office.id, validFrom: begins });
  return { predecessor: before.personId, successor: after.personId };
}

async function aMember(institutionId: string, de: string, membership = {}): Promise<string> {
  const { id } = await anInstitution(database.reader, { kind: 'organisation', name: { de } });
  await aMembership(database.reader, { institutionId, memberId: id, ...membership });
  return id;
}

async function inOffice(
  institutionId: string,
  kind: 'chair' | 'member' | 'guest' | 'organisation_manager' | 'cluster_manager',
  personId?: string,
) {
  const office = await anOffice(database.reader, { institutionId, kind });
  return aMandate(database.reader, { officeId: office.id, ...(personId !== undefined && { personId }) });
}

function uuid(kind: string): string {
  return `md5('${kind}' || n)::uuid`;
}

async function manyClusters(network: string, from: number, to: number): Promise<void> {
  const numbers = `generate_series(${from}, ${to}) AS n`;
  await database.rows(
    `INSERT INTO institution (id, kind, slug, name, sort_name, zone, main_language, version, created_at, changed_at)
     SELECT ${uuid('c')}, 'cluster', 's' || n, jsonb_build_object('de', 'C' || n), 'C' || n, 'Europe/Berlin', 'de', 1,
            '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z' FROM ${numbers}`,
  );
  await database.rows(
    `INSERT INTO membership (id, institution_id, member_id, valid_from)
     SELECT ${uuid('m')}, $1, ${uuid('c')}, '2026-01-01' FROM ${numbers}`,
    [network],
  );
  await database.rows(
    `INSERT INTO office (id, institution_id, kind, name, seats, version, created_at)
     SELECT ${uuid('o')}, ${uuid('c')}, 'cluster_manager', '{"de": "CM"}', 1, 1, '2026-01-01T00:00:00Z' FROM ${numbers}`,
  );
  await database.rows(
    `INSERT INTO person (id, given_name, family_name, salutation, language, version, created_at, changed_at)
     SELECT ${uuid('p')}, 'P', 'P' || n, 'none', 'de', 1, '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z' FROM ${numbers}`,
  );
  await database.rows(
    `INSERT INTO person_address (id, person_id, address, address_folded, preferred, state)
     SELECT ${uuid('a')}, ${uuid('p')}, n || '@x.example', n || '@x.example', true, 'ok' FROM ${numbers}`,
  );
  await database.rows(
    `INSERT INTO mandate (id, office_id, seat, person_id, valid_from)
     SELECT ${uuid('h')}, ${uuid('o')}, 1, ${uuid('p')}, '2026-01-01' FROM ${numbers}`,
  );
}

function resolve(rule: AudienceRule, moment: Partial<AudienceMoment> = {}): Promise<ResolvedAudience> {
  return resolveAudience(database.reader, rule, {
    meetingDay,
    now: longBefore,
    successors: 'on-the-day',
    ...moment,
  });
}

async function idsOf(resolved: Promise<ResolvedAudience>): Promise<string[]> {
  return (await resolved).people.map(({ personId }) => personId);
}

function day(text: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(text);
}
