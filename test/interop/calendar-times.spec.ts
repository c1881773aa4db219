import { listZones, renderFeed, renderMeetingFile, wholeDays } from '#calendar';
import { Temporal } from '#kernel';
import { readCalendar, readOnlyEvent } from './calendar-reader.js';
import { sampleMeeting } from './sample-meetings.js';

const clock = (text: string) => Temporal.PlainDateTime.from(text);
const timed = (startsLocal: string, endsLocal: string, zone: string) =>
  renderMeetingFile(sampleMeeting({ startsLocal: clock(startsLocal), endsLocal: clock(endsLocal), zone }));

describe('a timed meeting', () => {
  it.each([
    ['before the gap', '2027-03-28T01:30/2027-03-28T01:45', '2027-03-28T00:30:00Z/2027-03-28T00:45:00Z'],
    ['across the gap', '2027-03-28T01:30/2027-03-28T03:30', '2027-03-28T00:30:00Z/2027-03-28T01:30:00Z'],
    [
      'that starts in the gap',
      '2027-03-28T02:30/2027-03-28T04:00',
      '2027-03-28T01:30:00Z/2027-03-28T02:00:00Z',
    ],
    ['across the fold', '2027-10-31T01:30/2027-10-31T04:00', '2027-10-30T23:30:00Z/2027-10-31T03:00:00Z'],
    ['after the fold', '2027-10-31T03:00/2027-10-31T04:00', '2027-10-31T02:00:00Z/2027-10-31T03:00:00Z'],
  ])('in Berlin %s is at its instants', (_, local, instants) => {
    const [startsLocal = '', endsLocal = ''] = local.split('/');
    const { zone, startsAt, endsAt } = readOnlyEvent(timed(startsLocal, endsLocal, 'Europe/Berlin'));
    expect([zone, `${startsAt}/${endsAt}`]).toEqual(['Europe/Berlin', instants]);
  });

  it.each([
    ['starts', '2027-10-31T02:30', '2027-10-31T04:00', '2027-10-31T00:30:00Z'],
    ['ends', '2027-10-31T01:00', '2027-10-31T02:30', '2027-10-30T23:00:00Z'],
  ])(
    'that %s in the fold is written in UTC, since readers take it differently',
    (_, startsLocal, endsLocal, startsAt) => {
      const file = timed(startsLocal, endsLocal, 'Europe/Berlin');
      expect(readOnlyEvent(file)).toMatchObject({ zone: 'UTC', startsAt });
    },
  );

  it.each([
    ['America/New_York', '2027-03-18T14:00:00Z'],
    ['Asia/Kolkata', '2027-03-18T04:30:00Z'],
    ['Australia/Lord_Howe', '2027-03-17T23:00:00Z'],
    ['Europe/Oslo', '2027-03-18T09:00:00Z'],
    ['Etc/GMT+5', '2027-03-18T15:00:00Z'],
  ])('in %s brings that zone', (zone, startsAt) => {
    const file = timed('2027-03-18T10:00', '2027-03-18T11:00', zone);
    expect(readCalendar(file).zones).toEqual([zone]);
    expect(readOnlyEvent(file)).toMatchObject({ zone, startsLocal: '2027-03-18T10:00:00', startsAt });
  });

  it('in UTC needs no zone', () => {
    const file = timed('2027-03-18T10:00', '2027-03-18T11:00', 'UTC');
    expect(readCalendar(file).zones).toEqual([]);
    expect(readOnlyEvent(file)).toMatchObject({ zone: 'UTC', startsAt: '2027-03-18T10:00:00Z' });
  });

  it('is written in UTC where no yearly rule can say what the zone does', () => {
    const file = timed('2035-03-29T10:00', '2035-03-29T11:00', 'Asia/Jerusalem');
    expect(readCalendar(file).zones).toEqual([]);
    expect(readOnlyEvent(file)).toMatchObject({ zone: 'UTC', startsAt: '2035-03-29T07:00:00Z' });
  });

  it('is at its instant for a reader in every zone that is offered, around each change of its clocks', () => {
    for (const zone of listZones()) {
      const meetings = telling(zone).map((startsLocal, index) =>
        sampleMeeting({ uid: `u${index}`, zone, startsLocal, endsLocal: startsLocal.add({ hours: 2 }) }),
      );
      const feed = { name: 'x', language: 'de' as const, refreshHours: 12, cancelledPrefix: '' };
      const { events, zones } = readCalendar(renderFeed({ ...feed, meetings }));
      expect(zones.length).toBeLessThanOrEqual(1);
      expect(events.map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual(
        meetings.map(({ startsLocal, endsLocal }) =>
          [startsLocal, endsLocal].map((local) => local.toZonedDateTime(zone).toInstant().toString()),
        ),
      );
    }
  });
});

/** Wall clocks that show whether a reader has understood the zone: about its next ten changes, else two solstices. */
function telling(zone: string): Temporal.PlainDateTime[] {
  const clocks = [clock('2026-12-21T12:00'), clock('2027-06-21T12:00')];
  let change = clock('2026-06-01T00:00').toZonedDateTime(zone).getTimeZoneTransition('next');
  for (let seen = 0; change !== null && seen < 10; seen += 1) {
    clocks.push(...[-26, -2, 1, 26].map((hours) => moved(change, hours)));
    change = change.getTimeZoneTransition('next');
  }
  return clocks.toSorted((a, b) => Temporal.PlainDateTime.compare(a, b));
}

const moved = (time: Temporal.ZonedDateTime | null, hours: number) =>
  (time ?? clock('2027-01-01').toZonedDateTime('UTC')).add({ hours }).toPlainDateTime();

describe('an all-day meeting', () => {
  it.each([
    ['one day', '2027-03-18', '2027-03-18', '2027-03-19'],
    ['the day of the gap', '2027-03-28', '2027-03-28', '2027-03-29'],
    ['three days into the next year', '2027-12-30', '2028-01-01', '2028-01-02'],
    ['the leap day', '2028-02-29', '2028-02-29', '2028-03-01'],
  ])('of %s ends, as DTEND must, on the day after', (_, first, last, dayAfter) => {
    const [start, end] = [first, dayAfter].map((day) => day.replaceAll('-', ''));
    const days = wholeDays(Temporal.PlainDate.from(first), Temporal.PlainDate.from(last));
    for (const zone of ['Europe/Berlin', 'Pacific/Kiritimati', 'America/Los_Angeles']) {
      const file = renderMeetingFile(sampleMeeting({ allDay: true, ...days, zone }));
      expect(file.toString()).toContain(`\r\nDTSTART;VALUE=DATE:${start}\r\nDTEND;VALUE=DATE:${end}\r\n`);
      expect(readCalendar(file).zones).toEqual([]);
      expect(readOnlyEvent(file)).toMatchObject({ allDay: true, startsLocal: first, endsLocal: dayAfter });
    }
  });
});
