import type { AudienceRule } from '#contracts';
import { resolveAudience } from '#directory';
import type { AudienceMoment, ResolvedAudience } from '#directory';
import { newId, Temporal } from '#kernel';
import { holdersIn, ruleOf } from '../../factories/audience.factory.js';
import { aCluster, aNetwork } from '../../factories/clusters.factory.js';
import {
  aMandate,
  aMembership,
  anInstitution,
  anOffice,
  aPerson,
} from '../../factories/directory.factory.js';
import { useDatabase } from '../../support/use-database.js';

const database = useDatabase();
const meetingDay = day('2026-09-17');
const longBefore = Temporal.Instant.from('2026-03-02T09:00:00Z');

describe('the holders of an office in the clusters of a network', () => {
  it('come in the order of the clusters’ names, with why and how they are reached', async () => {
    const network = await aNetwork(database.reader);
    await aCluster(database.reader, network, 'Zwickau');
    const aeronautik = await aCluster(database.reader, network, 'Äronautik', { office: { seats: 2 } });
    const bio = await aCluster(database.reader, network, 'Bio');
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
    const network = await aNetwork(database.reader);
    const one = await aCluster(database.reader, network, 'A', { institution: { laender: ['SN', 'TH'] } });
    const other = await aCluster(database.reader, network, 'B', { institution: { laender: ['SN'] } });
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
    const network = await aNetwork(database.reader);
    const { office } = await aCluster(database.reader, network, 'A', {
      membership: { validUntil: meetingDay },
    });
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
    const network = await aNetwork(database.reader);
    const elsewhere = await aCluster(database.reader, await aNetwork(database.reader), 'Elsewhere');
    const chair = await aCluster(database.reader, network, 'Chair', { office: { kind: 'chair' } });
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
    const network = await aNetwork(database.reader);
    const { office } = await aCluster(database.reader, network, 'A', { office: { seats: 3 } });
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
    {
      what: 'is not asked before the day',
      now: '2026-06-30T09:00:00Z',
      successors: 'on-the-day',
      expected: 'predecessor',
      nextChange: '2026-06-30T22:00:00Z',
    },
    {
      what: 'is asked from that day on',
      now: '2026-07-01T09:00:00Z',
      successors: 'on-the-day',
      expected: 'successor',
      nextChange: null,
    },
    {
      what: 'is asked at once if the host says so',
      now: '2026-06-30T09:00:00Z',
      successors: 'at-once',
      expected: 'successor',
      nextChange: null,
    },
    // Midnight in Berlin is two hours earlier in UTC, in summer.
    {
      what: 'has not begun a second before midnight there',
      now: '2026-06-30T21:59:59Z',
      successors: 'on-the-day',
      expected: 'predecessor',
      nextChange: '2026-06-30T22:00:00Z',
    },
    {
      what: 'has begun at midnight there',
      now: '2026-06-30T22:00:00Z',
      successors: 'on-the-day',
      expected: 'successor',
      nextChange: null,
    },
  ] as const;

  it.each(table)('$what', async ({ now, successors, expected, nextChange }) => {
    const network = await aNetwork(database.reader);
    const people = await aHandover(network, begins);
    const audience = await resolve(holdersIn(network), { now: Temporal.Instant.from(now), successors });
    expect(audience.people.map(({ personId }) => personId)).toEqual([people[expected]]);
    expect(audience.nextChangeAt?.toString() ?? null).toBe(nextChange);
    expect(audience.vacancies).toEqual([]);
  });

  it('begins by the day of the cluster’s own zone', async () => {
    const network = await aNetwork(database.reader);
    const { predecessor, successor } = await aHandover(network, begins, { zone: 'Europe/Lisbon' });
    const at = (now: string) => idsOf(resolve(holdersIn(network), { now: Temporal.Instant.from(now) }));
    expect(await at('2026-06-30T22:30:00Z')).toEqual([predecessor]);
    expect(await at('2026-06-30T23:00:00Z')).toEqual([successor]);
  });

  it('who only begins after the meeting is not asked, nor is a holder whose mandate ends before it', async () => {
    const network = await aNetwork(database.reader);
    await aHandover(network, meetingDay.add({ days: 1 }), {}, meetingDay.subtract({ days: 1 }));
    const { people, vacancies, nextChangeAt } = await resolve(holdersIn(network));
    expect(people).toEqual([]);
    expect(
      vacancies.map(({ seats, since, filledFrom }) => [seats, since?.toString(), filledFrom?.toString()]),
    ).toEqual([[1, '2026-09-17', '2026-09-18']]);
    expect(nextChangeAt).toBeNull();
  });

  it('is awaited on a seat that nobody holds until then: vacant, with the day it is filled', async () => {
    const network = await aNetwork(database.reader);
    const { office } = await aCluster(database.reader, network, 'A');
    await aMandate(database.reader, { officeId: office.id, validFrom: begins });
    const { people, vacancies } = await resolve(holdersIn(network));
    expect(people).toEqual([]);
    expect(vacancies).toMatchObject([{ seats: 1, since: null, filledFrom: begins }]);
  });
});

async function aHandover(
  network: string,
  begins: Temporal.PlainDate,
  fields = {},
  lastDay = begins.subtract({ days: 1 }),
) {
  const { office } = await aCluster(database.reader, network, 'A', { institution: fields });
  const before = await aMandate(database.reader, { officeId: office.id, validUntil: lastDay });
  const after = await aMandate(database.reader, { officeId: office.id, validFrom: begins });
  return { predecessor: before.personId, successor: after.personId };
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
