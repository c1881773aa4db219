import type { RuleDescription, RuleEnd, RulePart, RulePattern, RulePeriod } from '#kernel';
import { Temporal } from '#kernel';
import { readWallClock } from './date-rule.js';
import type { DateRule } from './date-rule.js';
import { readRuleParts, WEEKDAYS } from './rule-parts.js';
import type { DayOfRule, Frequency, RuleParts } from './rule-parts.js';

const UNITS = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' } as const satisfies Record<
  Frequency,
  RulePeriod['unit']
>;
const WORKDAYS = [1, 2, 3, 4, 5];

/**
 * The rule as data that can be put in words. Rules that mean the same are described the same way where it is cheap to
 * see: `FREQ=YEARLY;BYMONTH=3;BYDAY=1TH` is the first Thursday of every March. Pure; throws what `readRuleParts` does.
 */
export function describeRule(rule: DateRule): RuleDescription {
  if (rule.kind === 'picked') {
    const [first = '', last = first] = [rule.dates[0], rule.dates.at(-1)];
    return { kind: 'picked', count: rule.dates.length, first, last };
  }
  const parts = readRuleParts(rule.rrule);
  const startsLocal = readWallClock(rule.startsLocal, '/rule/startsLocal');
  return { ...patternOf(parts, startsLocal), end: endOf(parts, startsLocal), exceptions: rule.except.length };
}

// An end before the day's start leaves that day out.
function endOf({ count, until }: RuleParts, startsLocal: Temporal.PlainDateTime): RuleEnd {
  if (count !== null) return { kind: 'count', count };
  if (until === null) return { kind: 'never' };
  const isBefore = Temporal.PlainTime.compare(until.at.toPlainTime(), startsLocal.toPlainTime()) < 0;
  const on = until.at.toPlainDate().subtract({ days: isBefore ? 1 : 0 });
  return { kind: 'until', on: on.toString() };
}

function patternOf(parts: RuleParts, startsLocal: Temporal.PlainDateTime): RulePattern {
  const { frequency } = parts;
  const isPlain = parts.byWeekNo.length === 0 && parts.byYearDay.length === 0;
  const found = isPlain
    ? frequency === 'DAILY'
      ? daily(parts)
      : PATTERNS[frequency](parts, startsLocal)
    : null;
  return found ?? other(parts);
}

const PATTERNS = { WEEKLY: weekly, MONTHLY: monthly, YEARLY: yearly } as const;

function daily(parts: RuleParts): RulePattern | null {
  const { interval, byDay, byMonthDay, bySetPos } = parts;
  if (byMonthDay.length > 0 || bySetPos.length > 0) return null;
  return { kind: 'daily', interval, weekdays: weekdaysOf(byDay), months: monthsOf(parts) };
}

function weekly(parts: RuleParts, startsLocal: Temporal.PlainDateTime): RulePattern | null {
  const { interval, byDay, bySetPos } = parts;
  if (bySetPos.length > 0) return null;
  const weekdays = byDay.length === 0 ? [startsLocal.dayOfWeek] : weekdaysOf(byDay);
  return { kind: 'weekly', interval, weekdays, months: monthsOf(parts) };
}

function monthly(parts: RuleParts, startsLocal: Temporal.PlainDateTime): RulePattern | null {
  const every = { unit: 'month', interval: parts.interval } as const;
  return inMonths(parts, { every, months: monthsOf(parts), day: startsLocal.day });
}

/** In a year, days of the month and weekdays are looked for in the months named, or else in all of them. */
function yearly(parts: RuleParts, startsLocal: Temporal.PlainDateTime): RulePattern | null {
  const { interval, byDay, byMonthDay, bySetPos } = parts;
  const months = monthsOf(parts);
  const hasMonths = months.length > 0;
  if (!hasMonths && byMonthDay.length === 0 && byDay.length > 0) {
    if (bySetPos.length > 0) return null;
    if (byDay.every(({ nth }) => nth === 0))
      return interval === 1 ? { kind: 'weekly', interval: 1, weekdays: weekdaysOf(byDay), months } : null;
    if (byDay.some(({ nth }) => nth === 0)) return null;
    return { kind: 'year-weekdays', interval, weekdays: nthWeekdaysOf(byDay) };
  }
  // The positions count within the year, which is the month only where one month is named.
  if (bySetPos.length > 0 && months.length !== 1) return null;
  const named = hasMonths || byMonthDay.length > 0 ? months : [startsLocal.month];
  const every = { unit: 'year', interval } as const;
  return inMonths(parts, { every, months: named, day: startsLocal.day });
}

interface InMonths {
  readonly every: RulePeriod;
  readonly months: readonly number[];
  /** The day of the month that DTSTART gives when the rule names none. */
  readonly day: number;
}

function inMonths(parts: RuleParts, { every, months, day }: InMonths): RulePattern | null {
  const { byDay, byMonthDay, bySetPos } = parts;
  if (byDay.length === 0) {
    if (bySetPos.length > 0) return null;
    return { kind: 'month-days', every, days: byMonthDay.length === 0 ? [day] : sorted(byMonthDay), months };
  }
  if (byMonthDay.length > 0) return null;
  const weekdays = weekdaysOf(byDay);
  const hasNth = byDay.some(({ nth }) => nth !== 0);
  if (bySetPos.length > 0)
    return hasNth ? null : bySetPositions(weekdays, sorted(bySetPos), { every, months });
  if (hasNth)
    return byDay.every(({ nth }) => nth !== 0)
      ? { kind: 'nth-weekdays', every, weekdays: nthWeekdaysOf(byDay), months }
      : null;
  return every.interval === 1 ? { kind: 'weekly', interval: 1, weekdays, months } : null;
}

function bySetPositions(
  weekdays: readonly number[],
  nths: readonly number[],
  where: { every: RulePeriod; months: readonly number[] },
): RulePattern | null {
  const [weekday] = weekdays;
  if (weekdays.length === 1 && weekday !== undefined)
    return { kind: 'nth-weekdays', ...where, weekdays: nths.map((nth) => ({ nth, weekday })) };
  if (weekdays.length === 7) return { kind: 'month-days', ...where, days: nths };
  if (weekdays.join() === WORKDAYS.join()) return { kind: 'nth-workdays', ...where, nths };
  return null;
}

function other(parts: RuleParts): RulePattern {
  const lists: readonly (readonly [string, readonly (string | number)[]])[] = [
    ['BYMONTH', parts.byMonth],
    ['BYWEEKNO', parts.byWeekNo],
    ['BYYEARDAY', parts.byYearDay],
    ['BYMONTHDAY', parts.byMonthDay],
    ['BYDAY', parts.byDay.map(({ nth, day }) => `${nth === 0 ? '' : nth}${day}`)],
    ['BYSETPOS', parts.bySetPos],
  ];
  const named: readonly RulePart[] = lists
    .filter(([, values]) => values.length > 0)
    .map(([name, values]) => ({ name, value: values.join(',') }));
  return { kind: 'other', every: { unit: UNITS[parts.frequency], interval: parts.interval }, parts: named };
}

function monthsOf({ byMonth }: RuleParts): readonly number[] {
  return byMonth.length === 12 ? [] : byMonth.toSorted((a, b) => a - b);
}

function weekdaysOf(byDay: readonly DayOfRule[]): readonly number[] {
  return [...new Set(byDay.map(({ day }) => WEEKDAYS.indexOf(day) + 1))].toSorted((a, b) => a - b);
}

function nthWeekdaysOf(byDay: readonly DayOfRule[]) {
  return byDay
    .map(({ nth, day }) => ({ nth, weekday: WEEKDAYS.indexOf(day) + 1 }))
    .toSorted((a, b) => order(a.nth) - order(b.nth) || a.weekday - b.weekday);
}

function sorted(numbers: readonly number[]): readonly number[] {
  return numbers.toSorted((a, b) => order(a) - order(b));
}

/** First, second …, and from the end of the period: the last comes last. */
function order(number: number): number {
  return number > 0 ? number : 1000 + number;
}
