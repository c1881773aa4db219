import type { InvitationDto, MeetingDto, SeriesDto } from '#contracts';
import { askingFor, holdersIn } from '../../factories/audience.factory.js';
import {
  aMandate,
  aMembership,
  anInstitution,
  anOffice,
  aPerson,
} from '../../factories/directory.factory.js';
import { aDeputy } from '../../factories/handover.factory.js';
import { seriesBody } from '../../factories/series.factory.js';
import { answerAsHost, mailedPath, setHosts } from '../../support/hosted-series.js';
import { datesOf, daysOf, onDay, step } from '../../support/running-series.js';
import { TestInstance } from '../../support/test-instance.js';

const CLUSTERS = [
  ['acod', 'ACOD – Automotive Cluster Ostdeutschland', 'SN'],
  ['bio', 'Biotechnologie/Life Sciences', 'ST'],
  ['chemie', 'Chemie/Kunststoffe', 'ST'],
  ['it', 'Informationstechnologie', 'SN'],
  ['solar', 'Solarvalley', 'ST'],
  ['optonet', 'OptoNet', 'TH'],
  ['logistik', 'Netzwerk Logistik Leipzig-Halle', 'SN'],
] as const;

interface Story {
  readonly networkId: string;
  readonly initiativeId: string;
  readonly clusterIds: readonly string[];
}

let instance: TestInstance;
// 2 March 2026.
beforeEach(async () => {
  instance = await TestInstance.start();
  await instance.useKey();
});
afterEach(() => instance.close());

const address = (key: string) => `${key}@mitteldeutschland.example`;

/** An institution of the network whose managing office somebody holds. */
async function aManaged(networkId: string, key: string, fields: Parameters<typeof anInstitution>[1]) {
  const { reader } = instance;
  const institution = await anInstitution(reader, fields);
  await aMembership(reader, { institutionId: networkId, memberId: institution.id });
  const kind = institution.kind === 'cluster' ? 'cluster_manager' : 'organisation_manager';
  const office = await anOffice(reader, { institutionId: institution.id, kind });
  const { id: personId } = await aPerson(reader, { familyName: key, addresses: [address(key)] });
  await aMandate(reader, { officeId: office.id, personId });
  return { id: institution.id, officeId: office.id };
}

async function aStory(): Promise<Story> {
  const { reader } = instance;
  const { id: networkId } = await anInstitution(reader, {
    kind: 'network',
    name: { de: 'Mitteldeutschland' },
  });
  const name = { de: 'Wirtschaftsinitiative für Mitteldeutschland' };
  const initiative = await aManaged(networkId, 'initiative', { kind: 'organisation', name });
  const clusterIds: string[] = [];
  for (const [key, de, land] of CLUSTERS) {
    const cluster = await aManaged(networkId, key, { name: { de }, laender: [land] });
    clusterIds.push(cluster.id);
    if (key !== 'logistik') continue;
    // For the first time, and by a representative.
    const { id: personId } = await aPerson(reader, {
      familyName: 'Vertretung',
      addresses: [address('vertretung')],
    });
    await aDeputy(reader, { officeId: cluster.officeId, personId });
  }
  return { networkId, initiativeId: initiative.id, clusterIds };
}

/** Every year on the third Wednesday of November, twice; in Saxony that is a holiday in both years. */
async function aYearlyExchange({ networkId, initiativeId, clusterIds }: Story): Promise<SeriesDto> {
  const { template, ...body } = seriesBody({ institutionId: initiativeId });
  const draft = await instance.ask<SeriesDto>('POST', '/series', {
    ...body,
    rule: {
      kind: 'rrule',
      startsLocal: '2026-11-18T10:00',
      rrule: 'FREQ=YEARLY;BYMONTH=11;BYDAY=3WE;COUNT=2',
    },
    template: {
      ...template,
      title: { de: '{number}. Erfahrungsaustausch {year} bei {host}' },
      agenda: [
        { kind: 'project', title: { de: 'Klebstoffverbund' }, speaker: 'Chemie/Kunststoffe', minutes: 30 },
        { kind: 'discussion', title: { de: 'Wie es weitergeht' } },
      ],
    },
    asking: askingFor(holdersIn(networkId)),
    holidays: 'move',
    windowMonths: 24,
  });
  await setHosts(instance, draft, {
    hosts: [initiativeId, clusterIds[2] ?? '', clusterIds[5] ?? ''].map((institutionId) => ({
      institutionId,
    })),
  });
  return step(instance, draft, 'start');
}

const meetingOf = async (series: SeriesDto, date: number, when?: string) => {
  const { meeting } = (await datesOf(instance, series, when))[date] ?? {};
  return instance.ask<MeetingDto>('GET', `/meetings/${meeting?.id}`);
};
const by = (invitations: readonly InvitationDto[], key: string) =>
  invitations.find((invitation) => invitation.address === address(key)) ?? { link: '' };
const subjectsTo = async (key: string) =>
  (await instance.mailsTo(address(key))).map(({ subject }) => subject.split(':')[0]);

it('Mitteldeutschland: three years of a yearly exchange whose hosts take turns', async () => {
  const story = await aStory();
  const series = await aYearlyExchange(story);

  // Buß- und Bettag, a holiday in Saxony alone: the Thursday after it is nobody's.
  expect(daysOf(await datesOf(instance, series))).toEqual(['2026-11-19', '2027-11-18']);
  const first = await meetingOf(series, 0);
  expect(first.title.de).toBe('1. Erfahrungsaustausch 2026 bei Wirtschaftsinitiative für Mitteldeutschland');
  expect(first.agenda.map(({ title }) => title.de)).toEqual(['Klebstoffverbund', 'Wie es weitergeht']);

  // 2026: the host confirms, seven managers are asked, the silent one's deputy comes.
  await onDay(instance, '2026-08-25');
  expect(await answerAsHost(instance, await mailedPath(instance, address('initiative')), 'confirm')).toBe(
    303,
  );
  await onDay(instance, '2026-10-09');
  const asked = await instance.invitations(first.id);
  expect(asked.map((invitation) => invitation.address).toSorted()).toEqual(
    CLUSTERS.map(([key]) => address(key)).toSorted(),
  );
  for (const [key] of CLUSTERS.slice(0, 6)) expect(await instance.answer(by(asked, key), 'yes')).toBe(303);
  await instance.ask('POST', `/meetings/${first.id}/ask-deputies`);
  await instance.settled();
  const deputy = by(await instance.invitations(first.id), 'vertretung');
  expect(await instance.answer(deputy, 'yes')).toBe(303);
  expect(await instance.ask('GET', `/meetings/${first.id}/answers`)).toMatchObject({
    confirmed: 7,
    clusters: { total: 7, represented: 7 },
  });

  // 2027: chemistry hosts, and the date is moved by hand after everybody has answered.
  await onDay(instance, '2027-08-25');
  expect(await answerAsHost(instance, await mailedPath(instance, address('chemie')), 'confirm')).toBe(303);
  await onDay(instance, '2027-10-08');
  const second = await meetingOf(series, 0);
  expect(second.hosts.map(({ name }) => name.de)).toEqual(['Chemie/Kunststoffe']);
  const again = await instance.invitations(second.id);
  expect(await instance.answer(by(again, 'acod'), 'yes')).toBe(303);
  await instance.settled();
  await instance.ask(
    'PATCH',
    `/meetings/${second.id}`,
    { startsLocal: '2027-11-25T10:00', endsLocal: '2027-11-25T12:00' },
    second.version,
  );
  await instance.settled();
  expect((await subjectsTo('acod')).slice(-3)).toEqual(['Einladung', 'Angemeldet', 'Geändert']);
  expect(await subjectsTo('bio')).toEqual(['Einladung', 'Angemeldet', 'Einladung', 'Geändert']);

  // At the end they agree to go on next year: the third host, the same seven, a day without a holiday.
  await onDay(instance, '2027-11-26');
  await step(instance, series, 'continue');
  expect(daysOf(await datesOf(instance, series))).toEqual(['2028-11-15']);
  expect(daysOf(await datesOf(instance, series, 'past'))).toEqual(['2027-11-25', '2026-11-19']);
  const third = await meetingOf(series, 0);
  expect(third.title.de).toBe('3. Erfahrungsaustausch 2028 bei OptoNet');
  await onDay(instance, '2028-10-05');
  expect(await instance.invitations(third.id)).toHaveLength(7);
  expect((await subjectsTo('solar')).filter((subject) => subject === 'Einladung')).toHaveLength(3);
});
