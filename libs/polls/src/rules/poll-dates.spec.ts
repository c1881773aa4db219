import { Temporal } from '#kernel';
import { spread } from '../reading/propose-dates.js';
import { endOf } from './option-span.js';
import { reminderTime } from './reminder-time.js';

const at = (text: string) => Temporal.Instant.from(text);
const local = (text: string) => Temporal.PlainDateTime.from(text);

it.each([
  ['two days before the deadline', '2026-03-02T09:00Z', '2026-03-20T17:00Z', '2026-03-18T17:00:00Z'],
  ['at half-time of a short poll', '2026-03-02T09:00Z', '2026-03-04T09:00Z', '2026-03-03T09:00:00Z'],
])('reminds %s', (_, openedAt, deadlineAt, expected) => {
  expect(reminderTime(at(openedAt), at(deadlineAt)).toString()).toBe(expected);
});

it.each([
  ['by the wall clock', false, 120, '2026-03-29T03:30'],
  ['after one whole day', true, 120, '2026-03-30T01:30'],
  ['after as many days as it takes', true, 2000, '2026-03-31T01:30'],
])('ends %s', (_, allDay, lengthMinutes, expected) => {
  const option = { startsLocal: local('2026-03-29T01:30'), allDay };
  expect(endOf(option, lengthMinutes).toString({ smallestUnit: 'minute' })).toBe(expected);
});

it.each([
  ['all where there are few', [1, 2], 5, [1, 2]],
  ['the first and the last, and evenly between', [1, 2, 3, 4, 5, 6, 7, 8, 9], 3, [1, 5, 9]],
  ['the first where one is wanted', [1, 2, 3], 1, [1]],
])('proposes %s', (_, days, count, expected) => {
  expect(spread(days, count)).toEqual(expected);
});
