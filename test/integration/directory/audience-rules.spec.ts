import type { AudienceClause, AudienceRule } from '#contracts';
import { resolveAudience } from '#directory';
import type { AudienceMoment, ResolvedAudience } from '#directory';
import { newId, Temporal } from '#kernel';
import { anAudience, aTag, holdersIn, ruleOf } from '../../factories/audience.factory.js';
import { aCluster, aManaged, aNetwork, inOffice, manyClusters } from '../../factories/clusters.factory.js';
import { aMembership, anInstitution, aPerson } from '../../factories/directory.factory.js';
import { queriesOf } from '../../support/count-queries.js';
import { useDatabase } from '../../support/use-database.js';

const database = useDatabase();
const meetingDay = Temporal.PlainDate.from('2026-09-17');
const longBefore = Temporal.Instant.from('2026-03-02T09:00:00Z');

describe('a rule', () => {
  it('takes one institution’s holders, or those of the clusters of a Land, a field, or both', async () => {
    const network = await aNetwork(database.reader);
    const saxon = await aManaged(database.reader, network, 'Saxon', {
      institution: { laender: ['SN'], field: { de: 'Chemie' } },
    });
    const both = await aManaged(database.reader, network, 'Both', {
      institution: { laender: ['SN', 'TH'], field: { en: 'ÖKO-Optics' } },
    });
    await aManaged(database.reader, network, 'None', {
      institution: { laender: ['NW'], field: { de: 'Logistik' } },
    });
    const region = (laender: string[], field: string | null) =>
      managersOf({ kind: 'region-offices', laender, field });
    expect(await managersOf({ kind: 'institution-offices', institutionId: saxon.cluster.id })).toEqual([
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
    const [chair, guest] = [
      await inOffice(database.reader, committee.id, 'chair'),
      await inOffice(database.reader, committee.id, 'guest'),
    ];
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
    const manager = await inOffice(database.reader, managed, 'organisation_manager');
    const bare = await aMember(cluster.id, 'Bare');
    const silent = await aMember(cluster.id, 'Silent');
    const gone = await aMember(cluster.id, 'Gone', { validUntil: meetingDay.subtract({ days: 1 }) });
    await inOffice(database.reader, gone, 'organisation_manager');
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
    const manager = await inOffice(database.reader, cluster.id, 'cluster_manager');
    await tag.mark(person.id);
    await tag.markInstitution(cluster.id);
    const { people } = await resolve(ruleOf({ kind: 'tag', tagId: tag.id }));
    expect(people.map(({ personId, reasons }) => [personId, reasons.map(({ kind }) => kind)])).toEqual([
      [person.id, ['named']],
      [manager.personId, ['office']],
    ]);
  });

  it('keeps every reason of a person whom several inclusions yield', async () => {
    const network = await aNetwork(database.reader);
    const { personId, office, cluster } = await aManaged(database.reader, network, 'A');
    const board = await anInstitution(database.reader, { kind: 'committee', parentId: cluster.id });
    const seat = await inOffice(database.reader, board.id, 'member', personId);
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
    const network = await aNetwork(database.reader);
    const [kept, out] = [
      await aManaged(database.reader, network, 'A'),
      await aManaged(database.reader, network, 'B'),
    ];
    const vacant = await aCluster(database.reader, network, 'C');
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
    const network = await aNetwork(database.reader);
    const [kept, out] = [
      await aManaged(database.reader, network, 'A'),
      await aManaged(database.reader, network, 'B'),
    ];
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
    const network = await aNetwork(database.reader);
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
    await aManaged(database.reader, network, 'Z', { institution: { laender: ['SN'] } });
    const queries = await count();
    expect(queries).toBeLessThanOrEqual(10);
    await aManaged(database.reader, network, 'Y');
    await aManaged(database.reader, network, 'X');
    expect(await count()).toBe(queries);
    await manyClusters(database.reader, network, 1, 100);
    expect(await count()).toBe(queries);
    await manyClusters(database.reader, network, 101, 1000);
    expect(await count()).toBe(queries);
    // Of this process, which does not count how long others keep it waiting.
    const before = process.cpuUsage();
    expect((await resolve(holdersIn(network))).people).toHaveLength(1003);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(1000);
  });
});

async function aMember(institutionId: string, de: string, membership = {}): Promise<string> {
  const { id } = await anInstitution(database.reader, { kind: 'organisation', name: { de } });
  await aMembership(database.reader, { institutionId, memberId: id, ...membership });
  return id;
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

function managersOf(clause: object): Promise<string[]> {
  return idsOf(resolve(ruleOf({ officeKind: 'cluster_manager', ...clause } as AudienceClause)));
}
