import { DomainError, Temporal } from '#kernel';
import { isZone } from '../zones.js';
import { clockChangeAt, isClockChangeTime } from './clock-change.js';
import { readWallClock, writeWallClock } from './date-rule.js';
import type { DateRule } from './date-rule.js';
import { expandParts } from './expand-rule.js';
import type { ReadRule } from './expand-rule.js';
import { readRuleParts, RULE_POINTER } from './rule-parts.js';

/** A date a day, in a leap year. */
const MOST_A_YEAR = 366;
/** 29 February on a Monday comes back after 28 years, over a year such as 2100 after 40. */
const LOOKING_AHEAD = { years: 50 };
/** So many dates in all may be left out of a rule or picked by hand. */
const MOST_BY_HAND = 1000;

/**
 * Refuses a rule that no series can keep, with a pointer into `{ rule, zone }`: `meeting.unknown-zone`,
 * `series.rule-invalid`, `series.rule-part-unknown`, `series.rule-date-invalid`, `series.rule-until-and-count`,
 * `series.rule-until-utc`, `series.rule-too-fine`, `series.rule-too-many`, `series.rule-empty`,
 * `series.rule-dates-unsorted`, and `series.rule-in-clock-change` for a time that summer time leaves out or gives
 * twice. Pure.
 */
export function checkRule(rule: DateRule, zone: string): void {
  if (!isZone(zone)) throw new DomainError('meeting.unknown-zone', { zone, pointer: '/zone' });
  if (rule.kind === 'picked') checkPicked(rule.dates, zone);
  else checkRecurring(rule, zone);
}

function checkRecurring(rule: DateRule & { kind: 'rrule' }, zone: string): void {
  const startsLocal = readWallClock(rule.startsLocal, '/rule/startsLocal');
  const parts = readRuleParts(rule.rrule);
  if (parts.until?.isUtc === true) throw new DomainError('series.rule-until-utc', { pointer: RULE_POINTER });
  if (rule.except.length > MOST_BY_HAND) throw tooMany(rule.except.length, '/rule/except');
  const except = new Set(rule.except.map((text) => readWallClock(text, '/rule/except').toString()));
  const read = { startsLocal, parts, except };
  checkTimesOfDay(read);
  if (isClockChangeTime(startsLocal, zone)) throw inClockChange(startsLocal, zone, '/rule/startsLocal');
  if (firstYears(read, LOOKING_AHEAD, 1) === 0)
    throw new DomainError('series.rule-empty', { pointer: RULE_POINTER });
}

// Calendar programs write the time of DTSTART into the rule once more; another time, or several, is refused.
function checkTimesOfDay(read: ReadRule): void {
  const { startsLocal, parts } = read;
  const clock = [
    [parts.byHour, startsLocal.hour],
    [parts.byMinute, startsLocal.minute],
    [parts.bySecond, startsLocal.second],
  ] as const;
  if (clock.every(([list, start]) => list.length === 0 || (list.length === 1 && list[0] === start))) return;
  const timesADay = clock.reduce((product, [{ length }]) => product * Math.max(1, length), 1);
  const aYear = firstYears(read, { years: 1 }, MOST_A_YEAR) * timesADay;
  if (aYear > MOST_A_YEAR) throw tooMany(aYear, RULE_POINTER);
  throw new DomainError('series.rule-too-fine', { pointer: RULE_POINTER });
}

function firstYears(read: ReadRule, duration: { years: number }, limit: number): number {
  const from = read.startsLocal;
  return expandParts(read, { from, until: from.add(duration), limit }).length;
}

function checkPicked(texts: readonly string[], zone: string): void {
  const pointer = '/rule/dates';
  if (texts.length === 0) throw new DomainError('series.rule-empty', { pointer });
  if (texts.length > MOST_BY_HAND) throw tooMany(texts.length, pointer);
  const dates = texts.map((text) => readWallClock(text, pointer));
  const unsorted = dates.find((date, index) => {
    const before = dates[index - 1];
    return before !== undefined && Temporal.PlainDateTime.compare(before, date) >= 0;
  });
  if (unsorted !== undefined)
    throw new DomainError('series.rule-dates-unsorted', { date: writeWallClock(unsorted), pointer });
  const perYear = Map.groupBy(dates, ({ year }) => year);
  for (const { length } of perYear.values()) if (length > MOST_A_YEAR) throw tooMany(length, pointer);
  const changing = dates.find((date) => clockChangeAt(date, zone));
  if (changing !== undefined) throw inClockChange(changing, zone, pointer);
}

function tooMany(count: number, pointer: string): DomainError {
  return new DomainError('series.rule-too-many', { count, most: MOST_A_YEAR, pointer });
}

function inClockChange(at: Temporal.PlainDateTime, zone: string, pointer: string): DomainError {
  const time = at.toPlainTime().toString({ smallestUnit: 'minute' });
  return new DomainError('series.rule-in-clock-change', { time, zone, pointer });
}
