import { Temporal, type Language } from '#kernel';
import {
  dateBlock,
  formatDay,
  formatDayRange,
  formatMoment,
  formatOwnTime,
  formatTimeRange,
  formatWhen,
  relativeDays,
  type When,
} from './index.js';

const berlin = 'Europe/Berlin';
const instant = (text: string) => Temporal.Instant.from(text);
const day = (text: string) => Temporal.PlainDate.from(text);
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const timed = (starts: string, ends: string): When => ({
  kind: 'timed',
  starts: instant(starts),
  ends: instant(ends),
  zone: berlin,
});

describe('days', () => {
  it.each<[string, Language, string]>([
    ['2027-03-04', 'de', 'Donnerstag, 4. März 2027'],
    ['2027-03-04', 'en', 'Thursday, 4 March 2027'],
    ['2026-12-31', 'de', 'Donnerstag, 31. Dezember 2026'],
  ])('%s in %s', (text, language, expected) => {
    expect(plain(formatDay(day(text), language))).toBe(expected);
  });

  it.each<[string, Language, string]>([
    ['2027-03-04', 'de', 'Do., 4. März 2027'],
    ['2027-09-04', 'de', 'Sa., 4. Sept. 2027'],
    ['2027-05-04', 'de', 'Di., 4. Mai 2027'],
    ['2027-03-04', 'en', 'Thu, 4 Mar 2027'],
  ])('%s short in %s', (text, language, expected) => {
    expect(plain(formatDay(day(text), language, 'short'))).toBe(expected);
  });

  it.each<[string, string, Language, string]>([
    ['2027-03-04', '2027-03-04', 'de', 'Donnerstag, 4. März 2027'],
    ['2027-03-04', '2027-03-05', 'de', '4.–5. März 2027'],
    ['2027-03-30', '2027-04-02', 'de', '30. März – 2. April 2027'],
    ['2027-03-30', '2027-04-02', 'en', '30 March – 2 April 2027'],
    ['2026-12-31', '2027-01-01', 'en', '31 December 2026 – 1 January 2027'],
  ])('%s to %s in %s', (first, last, language, expected) => {
    expect(plain(formatDayRange(day(first), day(last), language))).toBe(expected);
  });

  it('keeps a date on one line', () => {
    expect(formatDay(day('2027-03-04'), 'de')).toBe('Donnerstag, 4.\u00a0März\u00a02027');
  });

  it.each<[string, Language, string]>([
    ['2027-03-04', 'de', 'heute'],
    ['2027-03-05', 'de', 'morgen'],
    ['2027-03-16', 'de', 'in 12 Tagen'],
    ['2027-03-16', 'en', 'in 12 days'],
    ['2027-03-01', 'de', 'vor 3 Tagen'],
    ['2027-09-04', 'de', 'in 6 Monaten'],
    ['2024-03-04', 'en', '3 years ago'],
  ])('%s seen from 4 March 2027 in %s', (text, language, expected) => {
    expect(plain(relativeDays(day(text), day('2027-03-04'), language))).toBe(expected);
  });
});

describe('times', () => {
  it.each<[string, string, string, Language, string]>([
    ['2027-03-04T09:00Z', '2027-03-04T12:00Z', berlin, 'de', '10:00–13:00 Uhr MEZ'],
    ['2027-03-04T09:00Z', '2027-03-04T12:00Z', berlin, 'en', '10:00–13:00 CET'],
    ['2027-07-01T07:30Z', '2027-07-01T09:00Z', berlin, 'de', '09:30–11:00 Uhr MESZ'],
    ['2027-07-01T07:30Z', '2027-07-01T09:00Z', berlin, 'en', '09:30–11:00 CEST'],
    ['2027-07-01T07:30Z', '2027-07-01T09:00Z', 'America/New_York', 'de', '03:30–05:00 Uhr GMT-4'],
    ['2027-03-28T00:30Z', '2027-03-28T01:30Z', berlin, 'de', '01:30 Uhr MEZ – 03:30 Uhr MESZ'],
    ['2027-10-31T00:30Z', '2027-10-31T01:30Z', berlin, 'en', '02:30 CEST – 02:30 CET'],
    ['2027-03-04T21:00Z', '2027-03-04T23:00Z', berlin, 'de', '22:00–00:00 Uhr MEZ'],
    [
      '2027-03-04T09:00Z',
      '2027-03-05T12:00Z',
      berlin,
      'de',
      'Do., 4. März, 10:00 Uhr – Fr., 5. März, 13:00 Uhr MEZ',
    ],
    [
      '2027-03-27T09:00Z',
      '2027-03-28T12:00Z',
      berlin,
      'en',
      'Sat, 27 Mar, 10:00 CET – Sun, 28 Mar, 14:00 CEST',
    ],
  ])('%s to %s in %s, %s', (...row) => {
    const [starts, ends, zone, language, expected] = row;
    expect(plain(formatTimeRange(instant(starts), instant(ends), zone, language))).toBe(expected);
  });

  it('names day and time of a moment', () => {
    expect(plain(formatMoment(instant('2027-02-18T22:59Z'), berlin, 'de'))).toBe(
      'Donnerstag, 18. Februar 2027, 23:59 Uhr MEZ',
    );
  });

  it('says nothing of the own clock where it agrees, and the own day where it differs', () => {
    const when: When = {
      kind: 'timed',
      starts: instant('2027-03-04T09:00Z'),
      ends: instant('2027-03-04T12:00Z'),
      zone: berlin,
    };
    expect(formatOwnTime(when, undefined, 'de')).toBeNull();
    expect(formatOwnTime(when, 'Europe/Vienna', 'de')).toBeNull();
    expect(plain(formatOwnTime(when, 'Asia/Tokyo', 'de') ?? '')).toBe('18:00–21:00 Uhr GMT+9 bei Ihnen');
    expect(
      plain(
        formatOwnTime(
          { ...when, zone: 'Asia/Tokyo', starts: instant('2027-03-04T01:00Z') },
          'America/New_York',
          'en',
        ) ?? '',
      ),
    ).toBe('Wed, 3 Mar, 20:00 – Thu, 4 Mar, 07:00 GMT-5 your time');
  });
});

describe('the date block', () => {
  it('shows one day with its hours', () => {
    const words = dateBlock(timed('2027-03-04T09:00Z', '2027-03-04T12:00Z'), 'de');
    expect({ ...words, time: plain(words.time), label: plain(words.label) }).toEqual({
      weekday: 'Donnerstag',
      day: '4',
      month: 'März',
      year: '2027',
      time: '10:00–13:00 Uhr MEZ',
      until: null,
      machine: '2027-03-04T10:00+01:00',
      label: 'Donnerstag, 4. März 2027, 10:00–13:00 Uhr MEZ',
    });
  });

  it('shows the start and names the end over several days', () => {
    const words = dateBlock(timed('2027-03-04T09:00Z', '2027-03-05T12:00Z'), 'en');
    expect([words.time, words.until].map((text) => plain(text ?? ''))).toEqual([
      '10:00 CET',
      'until Fri, 5 Mar, 13:00',
    ]);
  });

  it('shows whole days without hours', () => {
    const words = dateBlock({ kind: 'all-day', first: day('2027-03-04'), last: day('2027-03-06') }, 'de');
    expect([words.time, plain(words.until ?? ''), words.machine, plain(words.label)]).toEqual([
      'ganztägig',
      'bis Sa., 6. März',
      '2027-03-04',
      '4.–6. März 2027, ganztägig',
    ]);
  });

  it('counts an evening that ends at midnight as one day', () => {
    expect(dateBlock(timed('2027-03-04T18:00Z', '2027-03-04T23:00Z'), 'de').until).toBeNull();
    expect(plain(formatWhen(timed('2027-03-04T18:00Z', '2027-03-04T23:00Z'), 'de'))).toBe(
      'Donnerstag, 4. März 2027, 19:00–00:00 Uhr MEZ',
    );
  });
});
