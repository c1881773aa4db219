import type { When } from '#i18n';
import { Temporal } from '#kernel';
import { addDurations, durationInShort, durationOf, durationWords } from './duration.js';

function timed(starts: string, ends: string): When {
  const [from, until] = [Temporal.Instant.from(starts), Temporal.Instant.from(ends)];
  return { kind: 'timed', starts: from, ends: until, zone: 'Europe/Berlin' };
}

const morning = timed('2027-03-04T09:00:00Z', '2027-03-04T12:30:00Z');
// Clocks are put forward in between: 22:00 to 04:00 are five hours.
const night = timed('2027-03-27T21:00:00Z', '2027-03-28T02:00:00Z');
const days: When = {
  kind: 'all-day',
  first: Temporal.PlainDate.from('2027-03-04'),
  last: Temporal.PlainDate.from('2027-03-05'),
};

it.each([
  [morning, '3 Stunden 30 Minuten', '3\u00a0h\u00a030\u00a0min', '3 hours 30 minutes'],
  [night, '5 Stunden', '5\u00a0h', '5 hours'],
  [timed('2027-03-04T09:00:00Z', '2027-03-04T10:00:00Z'), '1 Stunde', '1\u00a0h', '1 hour'],
  [timed('2027-03-04T09:00:00Z', '2027-03-04T09:45:00Z'), '45 Minuten', '45\u00a0min', '45 minutes'],
  [days, '2 Tage', '2 Tage', '2 days'],
])('says how long %j took', (when, german, short, english) => {
  const duration = durationOf(when);
  expect(durationWords(duration, 'de')).toBe(german);
  expect(durationInShort(duration, 'de')).toBe(short);
  expect(durationWords(duration, 'en')).toBe(english);
});

it('adds hours and days apart', () => {
  const sum = addDurations([morning, night, days].map(durationOf));
  expect(durationWords(sum, 'de')).toBe('2 Tage und 8 Stunden 30 Minuten');
});
