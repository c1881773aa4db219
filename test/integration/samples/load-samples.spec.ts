import { scopeOf, systemActor } from '#access';
import { changeInstitution, getInstitution, resolveAudience } from '#directory';
import { Clock, Temporal } from '#kernel';
import { loadSampleNetwork, sampleIds, sampleNetworks } from '#samples';
import type { SampleNetwork } from '#samples';
import { holdersIn } from '../../factories/audience.factory.js';
import { anInstitution } from '../../factories/directory.factory.js';
import { queriesOf } from '../../support/count-queries.js';
import { testKeys } from '../../support/test-api.js';
import { untilBlocked } from '../../support/until-blocked.js';
import { useDatabase } from '../../support/use-database.js';

const database = useDatabase();
const { mitteldeutschland } = sampleNetworks;
const ids = sampleIds(mitteldeutschland);
const network = ids.institution('network');
const TABLES = [
  'institution',
  'membership',
  'person',
  'person_address',
  'office',
  'mandate',
  'meeting',
  'invitation',
  'registration',
  'outgoing_mail',
  'audit_entry',
  'fact',
];

class ClockAt extends Clock {
  constructor(private readonly text: string) {
    super();
  }
  now(): Temporal.Instant {
    return Temporal.Instant.from(this.text);
  }
}
const clock = new ClockAt('2026-11-20T10:00:00Z');

describe('the sample network Mitteldeutschland', () => {
  it('has seven clusters with their managers: two offices in one hand, one seat vacant', async () => {
    await load();
    const { clusters, people: found, vacancies, withoutOffice } = await audienceOn('2027-03-04');
    expect(clusters.map(({ institution, people }) => [institution.name.de, people])).toEqual([
      ['ACOD – Automotive Cluster Ostdeutschland', 1],
      ['Cluster Biotechnologie/Life Sciences', 1],
      ['Cluster Chemie/Kunststoffe', 1],
      ['Solarvalley Mitteldeutschland', 1],
      ['Cluster Informationstechnologie', 1],
      ['Netzwerk Logistik Leipzig-Halle', 1],
      ['OptoNet – Photoniknetzwerk Thüringen', 1],
    ]);
    expect(found.map(({ familyName }) => familyName)).toEqual([
      'Kaltofen',
      'Demirel',
      'Wendisch',
      'Raman',
      'Özgür-Thiele',
      "O'Connor",
    ]);
    expect(vacancies).toMatchObject([{ institution: { id: ids.institution('photonics') }, seats: 1 }]);
    expect(withoutOffice).toEqual([]);
    expect(found.filter(({ address }) => address === null)).toEqual([]);
    expect(
      found.find(({ personId }) => personId === ids.person('chemistry-and-solar'))?.reasons,
    ).toMatchObject([
      { kind: 'office', officeId: ids.office('chemistry'), institutionId: ids.institution('chemistry') },
      { kind: 'office', officeId: ids.office('solar'), institutionId: ids.institution('solar') },
    ]);
  });

  it('knows who was in office last year and who is not yet', async () => {
    await load();
    const lastYear = await idsOn('2025-11-20');
    expect(lastYear).toContain(ids.person('automotive-before'));
    expect(lastYear).not.toContain(ids.person('automotive'));
    expect(await idsOn('2026-11-30')).not.toContain(ids.person('logistics'));
    expect(await idsOn('2026-12-01')).toContain(ids.person('logistics'));
  });

  it('changes nothing when it is loaded again, not even what was changed since', async () => {
    expect(await load()).toBe(true);
    const acting = { actor: systemActor(), now: clock.now() };
    const patch = { shortName: 'MD' };
    await database.run((tx) => changeInstitution(tx, acting, { id: network, ifMatch: 1, patch }));
    const before = await everything();
    const later = new ClockAt('2027-05-01T10:00:00Z');
    expect(await load(mitteldeutschland, later)).toBe(false);
    expect(await everything()).toEqual(before);
    expect(
      await getInstitution(database.reader, scopeOf(acting.actor, 'instance.administer'), network),
    ).toMatchObject(patch);
  });

  it('is loaded once when two load it at once', async () => {
    let second: Promise<boolean> = Promise.resolve(true);
    await database.run(async (tx) => {
      await loadSampleNetwork(tx, mitteldeutschland, { clock, keys: testKeys });
      second = load();
      await untilBlocked(database);
    });
    expect(await second).toBe(false);
  });

  it('is refused as a whole when one of its addresses is taken', async () => {
    await anInstitution(database.reader, { kind: 'cluster', slug: 'optonet' });
    await expect(load()).rejects.toMatchObject({
      code: 'institution.slug-taken',
      params: { slug: 'optonet' },
    });
    expect(await database.rows('SELECT slug FROM institution')).toEqual([{ slug: 'optonet' }]);
  });
});

describe('all sample networks', () => {
  it.each(['2026-01-01T00:00:00Z', '2028-02-29T12:00:00Z', '2026-11-30T22:59:59Z', '2026-12-31T22:59:59Z'])(
    'can be loaded on any day: %s',
    async (text) => {
      expect(await loadAll(new ClockAt(text))).toEqual([true, true, true, true, true]);
      expect(
        await database.rows('SELECT kind, count(*)::int FROM institution GROUP BY kind ORDER BY kind'),
      ).toEqual([
        { kind: 'cluster', count: 7 + 16 + 2 + 1 + 100 },
        { kind: 'committee', count: 3 },
        { kind: 'network', count: 3 },
        { kind: 'organisation', count: 2 + 1 + 23 + 35 + 1 },
      ]);
    },
  );

  it('take a few hundred statements, and none again', async () => {
    const { dataSource } = database;
    expect((await queriesOf(dataSource, () => loadAll())).length).toBeLessThan(600);
    const before = await everything();
    expect(await loadAll(new ClockAt('2027-05-01T10:00:00Z'))).toEqual([false, false, false, false, false]);
    expect(await everything()).toEqual(before);
  });

  it('write to nobody: no mail waits to be sent', async () => {
    await loadAll();
    expect(await database.rows('SELECT DISTINCT state FROM outgoing_mail ORDER BY state')).toEqual([
      { state: 'withheld' },
    ]);
  });

  it('have meetings that are over and to come, with answers of every kind', async () => {
    await loadAll();
    const [counts] = await database.rows(
      `SELECT count(*) FILTER (WHERE ends_at < $1)::int AS past, count(*) FILTER (WHERE starts_at > $1)::int AS coming
         FROM meeting WHERE state = 'published'`,
      [clock.now()],
    );
    expect(counts).toEqual({ past: 5, coming: 10 });
    expect(await database.rows('SELECT DISTINCT state FROM registration ORDER BY state')).toEqual(
      ['confirmed', 'declined', 'tentative', 'waitlisted'].map((state) => ({ state })),
    );
  });

  it('ask in Nordrhein-Westfalen those who are in office until 30 November', async () => {
    await loadAll();
    const sample = sampleIds(sampleNetworks.nordrheinWestfalen);
    const invited = await database.rows(
      `SELECT DISTINCT person_id AS id FROM invitation JOIN meeting ON meeting.id = meeting_id WHERE starts_at > $1`,
      [clock.now()],
    );
    expect(invited).toEqual(
      expect.arrayContaining([{ id: sample.person('logistik') }, { id: sample.person('nmwp') }]),
    );
    expect(invited).not.toContainEqual({ id: sample.person('nmwp-successor') });
  });
});

function load(sample: SampleNetwork = mitteldeutschland, at: Clock = clock): Promise<boolean> {
  return database.run((tx) => loadSampleNetwork(tx, sample, { clock: at, keys: testKeys }));
}

async function loadAll(at: Clock = clock): Promise<boolean[]> {
  const loaded: boolean[] = [];
  for (const sample of Object.values(sampleNetworks)) loaded.push(await load(sample, at));
  return loaded;
}

async function idsOn(day: string): Promise<string[]> {
  return (await audienceOn(day)).people.map(({ personId }) => personId);
}

function audienceOn(day: string) {
  const moment = { meetingDay: Temporal.PlainDate.from(day), now: clock.now() };
  return resolveAudience(database.reader, holdersIn(network), { ...moment, successors: 'at-once' });
}

async function everything(): Promise<object[][]> {
  return Promise.all(TABLES.map((table) => database.rows(`SELECT * FROM ${table} ORDER BY id`)));
}
