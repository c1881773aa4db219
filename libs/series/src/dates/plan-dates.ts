import { nextWorkingDay, publicHolidays } from '#calendar';
import type { PublicHoliday } from '#calendar';
import type { HolidayPolicy, Land, SeriesDateState } from '#contracts';
import type { Temporal } from '#kernel';
import type { DateHoliday } from '../tables/series-date.entity.js';

/** What is to be made of a date that the rule gives. */
export interface PlannedDate {
  readonly originalLocal: Temporal.PlainDateTime;
  readonly state: SeriesDateState;
  /** When it is to take place; for a date that is skipped or asked about, when it would. */
  readonly startsLocal: Temporal.PlainDateTime;
  /** The public holiday it falls on; null: none. */
  readonly holiday: DateHoliday | null;
}

export interface HolidayRule {
  readonly policy: HolidayPolicy;
  /** The Länder that count. */
  readonly lands: readonly Land[];
  readonly lengthMinutes: number;
}

/**
 * What becomes of the dates of a rule. A date counts as on a holiday when one of its days is a public holiday in one of
 * the Länder; moved, it begins at the same time of the next day that is neither a weekend nor such a holiday.
 */
export function planDates(
  originals: readonly Temporal.PlainDateTime[],
  rule: HolidayRule,
): readonly PlannedDate[] {
  return originals.map((originalLocal) => planDate(originalLocal, rule));
}

function planDate(originalLocal: Temporal.PlainDateTime, rule: HolidayRule): PlannedDate {
  const holiday = holidayOn(originalLocal, rule);
  const kept = { originalLocal, startsLocal: originalLocal, holiday };
  if (holiday === null || rule.policy === 'keep') return { ...kept, state: 'planned' };
  if (rule.policy === 'skip') return { ...kept, state: 'skipped' };
  if (rule.policy === 'ask') return { ...kept, state: 'asked' };
  const day = nextWorkingDay(originalLocal.toPlainDate(), rule.lands);
  return { ...kept, startsLocal: day.toPlainDateTime(originalLocal.toPlainTime()), state: 'planned' };
}

function holidayOn(
  starts: Temporal.PlainDateTime,
  { lands, lengthMinutes }: HolidayRule,
): DateHoliday | null {
  const lastMoment = starts.add({ minutes: lengthMinutes }).subtract({ seconds: 1 });
  const until = lastMoment.toPlainDate().add({ days: 1 });
  const [first] = publicHolidays(lands, starts.toPlainDate(), until);
  return first === undefined ? null : toDateHoliday(first);
}

function toDateHoliday({ name, lands }: PublicHoliday): DateHoliday {
  return { name, lands: [...lands] };
}
