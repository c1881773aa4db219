import { institutionInput, officeInput, personInput } from '#contracts';
import { Temporal } from '#kernel';
import { dayOfMeeting, meetingOfSample } from './meeting-of-sample.js';
import { sampleIds } from './sample-ids.js';
import { sampleInvitees } from './sample-invitees.js';
import type { SampleNetwork } from './sample-network.schema.js';
import { sampleNetworks } from './sample-networks.js';
import { sampleRows } from './sample-rows.js';

const today = Temporal.PlainDate.from('2026-11-27');
const all = Object.entries(sampleNetworks);

describe.each(all)('the sample network %s', (_, sample) => {
  const rows = sampleRows(sample, today);

  it('keeps to the contract', () => {
    for (const { id: _id, ...input } of rows.institutions)
      expect(institutionInput.parse(input)).toEqual(input);
    for (const { id: _id, ...input } of rows.offices) expect(officeInput.parse(input)).toEqual(input);
    for (const { id: _id, ...input } of rows.people) expect(personInput.parse(input)).toEqual(input);
  });

  it('writes to nobody real and names no real site', () => {
    const addresses = [
      ...rows.people.flatMap((person) => person.addresses),
      ...rows.offices.flatMap(({ mailbox, copyAddress }) => [mailbox, copyAddress]),
      ...rows.institutions.map(({ website }) => website),
    ];
    expect(addresses.filter((address) => address !== null && !address.endsWith('.example'))).toEqual([]);
    const sites = JSON.stringify(sample).match(/https?:[^"]*/g) ?? [];
    expect(sites.filter((site) => !/^https:\/\/[^/]+\.example(\/|$)/.test(site))).toEqual([]);
  });

  // https://www.bundesnetzagentur.de/DE/Fachthemen/Telekommunikation/Nummerierung/Rufnummern/Mittlg_Drama/start.html
  it('has telephone numbers of the blocks kept free for films', () => {
    const numbers = rows.people.flatMap(({ phone }) => phone ?? []);
    expect(numbers.filter((phone) => !/^\+49 (30 23125|40 66969|221 4710) \d{3}$/.test(phone))).toEqual([]);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('names in its meetings only what it has, and somebody has answered', () => {
    const ids = sampleIds(sample);
    for (const meeting of sample.meetings) {
      expect(() => meetingOfSample(meeting, ids, today)).not.toThrow();
      if (meeting.invited === undefined) continue;
      const day = meeting.invited.asOfToday ? today : dayOfMeeting(meeting, today);
      const asked = sampleInvitees(rows, ids, { ...meeting.invited, day }).map(({ personId }) => personId);
      const answered = new Set(Object.keys(meeting.invited.answers).map(ids.person));
      expect(asked.filter((personId) => answered.has(personId)).length).toBeGreaterThan(1);
      expect(asked.filter((personId) => !answered.has(personId)).length).toBeGreaterThan(0);
    }
  });

  it('says of every cluster its field, Länder and seat, and of every person at most one home', () => {
    const clusters = sample.institutions.filter(({ kind }) => kind === 'cluster');
    expect(clusters.filter(({ field, laender, seat }) => !field || laender.length === 0 || !seat)).toEqual(
      [],
    );
    expect(sample.people.filter(({ home }) => home === null).length).toBeLessThanOrEqual(1);
  });

  it('has one meeting that is over and some to come, each day a weekday', () => {
    const days = sample.meetings.map((meeting) => dayOfMeeting(meeting, today));
    const past = days.filter((day) => Temporal.PlainDate.compare(day, today) < 0);
    expect(past).toHaveLength(1);
    expect(days.length).toBeGreaterThan(1);
    expect(days.filter(({ dayOfWeek }) => dayOfWeek > 5)).toEqual([]);
  });

  it('reads well on white in every colour', () => {
    const colours = sample.institutions.flatMap(({ colour }) => colour ?? []);
    expect(colours.filter((colour) => contrastWithWhite(colour) < 4.5)).toEqual([]);
  });
});

it('is as large as it says', () => {
  expect(countOf(sampleNetworks.nordrheinWestfalen, 'cluster')).toBe(16);
  expect(countOf(sampleNetworks.nationalProgramme, 'cluster')).toBe(100);
  const laender = sampleNetworks.nationalProgramme.institutions.slice(2).flatMap((one) => one.laender);
  expect(new Set(laender).size).toBe(16);
  const members = sampleNetworks.metropolitanRegion.institutions.filter((one) => one.memberships.length > 0);
  expect(members).toHaveLength(34);
});

it('gives every row of every network another id', () => {
  const ids = all.flatMap(([, sample]) => {
    const { institutions, people, offices } = sampleRows(sample, today);
    return [...institutions, ...people, ...offices].map(({ id }) => id);
  });
  expect(new Set(ids).size).toBe(ids.length);
});

it('has in Mitteldeutschland people of every salutation, and two who prefer English', () => {
  const { people } = sampleNetworks.mitteldeutschland;
  expect(new Set(people.map(({ salutation }) => salutation))).toEqual(new Set(['frau', 'herr', 'none']));
  expect(new Set(people.map(({ academicTitle }) => academicTitle === null)).size).toBe(2);
  expect(people.filter(({ language }) => language === 'en')).toHaveLength(2);
});

it('has in Mitteldeutschland every kind of office that gives a role', () => {
  const offices = sampleNetworks.mitteldeutschland.institutions.flatMap((institution) => institution.offices);
  const held = offices.filter(({ mandates }) => mandates.length > 0).map(({ kind }) => kind);
  expect(held).toEqual(
    expect.arrayContaining([
      'network_coordinator',
      'cluster_manager',
      'organisation_manager',
      'assistant',
      'funder',
      'chair',
      'member',
      'guest',
    ]),
  );
});

it('changes the managers of two clusters of Nordrhein-Westfalen on the next 1 December', () => {
  const sample = sampleNetworks.nordrheinWestfalen;
  const ids = sampleIds(sample);
  const { mandates } = sampleRows(sample, today);
  const ending = mandates.filter(({ validUntil }) => validUntil !== null);
  expect(ending.map(({ personId, validUntil }) => [personId, validUntil?.toString()])).toEqual([
    [ids.person('logistik'), '2026-11-30'],
    [ids.person('nmwp'), '2026-11-30'],
  ]);
  expect(
    mandates.filter(({ validFrom }) => validFrom.toString() === '2026-12-01').map((one) => one.personId),
  ).toEqual([ids.person('logistik-successor'), ids.person('nmwp-successor')]);
});

it('asks in Automotive Nordwest who is a member on the day', () => {
  const sample = sampleNetworks.automotiveNordwest;
  const ids = sampleIds(sample);
  const asked = (day: string) =>
    sampleInvitees(sampleRows(sample, today), ids, {
      of: [],
      membersOf: ['cluster'],
      offices: ['organisation_manager'],
      asOfToday: false,
      day: Temporal.PlainDate.from(day),
    }).map(({ personId }) => personId);
  const leaving = ids.person('vechta-kunststofftechnik-gmbh');
  const joining = ids.person('nordwest-batterierecycling-gmbh');
  expect(asked('2026-08-31')).toContain(leaving);
  expect(asked('2026-09-01')).not.toContain(leaving);
  expect(asked('2026-11-30')).not.toContain(joining);
  expect(asked('2026-12-01')).toContain(joining);
});

function countOf({ institutions }: SampleNetwork, kind: string): number {
  return institutions.filter((institution) => institution.kind === kind).length;
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrastWithWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}
