import { scopeOf, systemActor } from '#access';
import {
  changeInstitution,
  getInstitution,
  loadSampleDirectory,
  resolveAudience,
  sampleDirectory,
} from '#directory';
import { Clock, Temporal } from '#kernel';
import { holdersIn } from '../../factories/audience.factory.js';
import { anInstitution } from '../../factories/directory.factory.js';
import { untilBlocked } from '../../support/until-blocked.js';
import { useDatabase } from '../../support/use-database.js';

const database = useDatabase();
const { network, people, offices, clusters } = sampleDirectory;
const TABLES = [
  'institution',
  'membership',
  'person',
  'person_address',
  'office',
  'mandate',
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

describe('the sample network', () => {
  it('has seven clusters with their managers: two offices in one hand, one seat vacant', async () => {
    await load();
    const { clusters: asked, people: found, vacancies, withoutOffice } = await audienceOn('2027-03-04');
    expect(asked.map(({ institution, people: count }) => [institution.name.de, count])).toEqual([
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
    expect(vacancies).toMatchObject([{ institution: { id: clusters.photonics }, seats: 1 }]);
    expect(withoutOffice).toEqual([]);
    expect(found.filter(({ address }) => address === null)).toEqual([]);
    expect(found.find(({ personId }) => personId === people.chemistryAndSolar)?.reasons).toMatchObject([
      { kind: 'office', officeId: offices.chemistry, institutionId: clusters.chemistry },
      { kind: 'office', officeId: offices.solar, institutionId: clusters.solar },
    ]);
  });

  it('knows who was in office last year and who is not yet', async () => {
    await load();
    const lastYear = await idsOn('2025-11-20');
    expect(lastYear).toContain(people.automotiveBefore);
    expect(lastYear).not.toContain(people.automotive);
    expect(await idsOn('2026-11-30')).not.toContain(people.logistics);
    expect(await idsOn('2026-12-01')).toContain(people.logistics);
  });

  it.each(['2026-01-01T00:00:00Z', '2028-02-29T12:00:00Z', '2026-12-31T22:59:59Z'])(
    'can be loaded on any day: %s',
    async (text) => {
      expect(await database.run((tx) => loadSampleDirectory(tx, new ClockAt(text)))).toBe(true);
    },
  );

  it('changes nothing when it is loaded again, not even what was changed since', async () => {
    expect(await load()).toBe(true);
    const acting = { actor: systemActor(), now: clock.now() };
    const patch = { shortName: 'MD' };
    await database.run((tx) => changeInstitution(tx, acting, { id: network, ifMatch: 1, patch }));
    const before = await everything();
    const later = new ClockAt('2027-05-01T10:00:00Z');
    expect(await database.run((tx) => loadSampleDirectory(tx, later))).toBe(false);
    expect(await everything()).toEqual(before);
    expect(
      await getInstitution(database.reader, scopeOf(acting.actor, 'instance.administer'), network),
    ).toMatchObject(patch);
  });

  it('is loaded once when two load it at once', async () => {
    let second: Promise<boolean> = Promise.resolve(true);
    await database.run(async (tx) => {
      await loadSampleDirectory(tx, clock);
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

function load(): Promise<boolean> {
  return database.run((tx) => loadSampleDirectory(tx, clock));
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
