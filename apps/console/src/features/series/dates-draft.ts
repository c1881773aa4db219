import { Temporal } from 'temporal-polyfill';
import type { DateRuleDto } from '#contracts';
import { same } from '../../ui/merge.js';
import { parseTime } from '../../ui/parse-time.js';
import { wallClock } from '../../ui/typed-values.js';

export const rhythms = ['weekly', 'monthly', 'yearly', 'picked', 'written'] as const;
export type Rhythm = (typeof rhythms)[number];

export const monthlyKinds = ['weekday', 'day', 'last-day', 'last-workday'] as const;
export type MonthlyKind = (typeof monthlyKinds)[number];

export type End = 'never' | 'until' | 'count';

/** When the meetings of a series are, as it stands in the form. */
export interface DatesDraft {
  rhythm: Rhythm;
  startDay: string;
  startTime: string;
  interval: number | string;
  /** Monday is 1. */
  weekdays: number[];
  monthly: MonthlyKind;
  /** The first is 1, the last -1. */
  nths: number[];
  monthDay: number | string;
  /** Empty: every month. */
  months: number[];
  end: End;
  untilDay: string;
  count: number | string;
  /** Wall clocks that the rule gives and that are left out. */
  except: string[];
  /** Wall clocks chosen by hand. */
  picked: string[];
  /** A rule that was pasted. */
  rrule: string;
}

export const emptyDates: DatesDraft = {
  rhythm: 'monthly',
  startDay: '',
  startTime: '10:00',
  interval: 1,
  weekdays: [],
  monthly: 'weekday',
  nths: [],
  monthDay: '',
  months: [],
  end: 'never',
  untilDay: '',
  count: 10,
  except: [],
  picked: [],
  rrule: '',
};

export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** The rule in the contract's terms; a draft that does not say enough gives what the contract refuses. */
export function datesBody(draft: DatesDraft): DateRuleDto {
  if (draft.rhythm === 'picked') return { kind: 'picked', dates: draft.picked.toSorted() };
  const startsLocal = wallClock(draft.startDay, draft.startTime);
  return { kind: 'rrule', startsLocal, rrule: rruleOf(draft), except: [...draft.except] };
}

/** The rule once it says enough to be asked about; null before. */
export function finishedDates(draft: DatesDraft): DateRuleDto | null {
  if (parseTime(draft.startTime) === null) return null;
  if (draft.rhythm === 'picked') return draft.picked.length === 0 ? null : datesBody(draft);
  if (draft.startDay === '' || rruleOf(draft) === '') return null;
  if (draft.end === 'until' && draft.rhythm !== 'written' && draft.untilDay === '') return null;
  return datesBody(draft);
}

/** The draft with another first day: what followed from the old one follows from the new one. */
export function startingOn(draft: DatesDraft, startDay: string): DatesDraft {
  const fresh = patternOf(startDay);
  if (fresh === null) return { ...draft, startDay };
  const old = patternOf(draft.startDay);
  return {
    ...draft,
    startDay,
    weekdays: following(draft.weekdays, old?.weekdays, fresh.weekdays),
    nths: following(draft.nths, old?.nths, fresh.nths),
    monthDay: draft.monthDay === '' || draft.monthDay === old?.monthDay ? fresh.monthDay : draft.monthDay,
    months: draft.rhythm === 'yearly' ? following(draft.months, old?.months, fresh.months) : draft.months,
  };
}

/** The draft in another rhythm; a yearly one has its month. */
export function inRhythm(draft: DatesDraft, rhythm: Rhythm): DatesDraft {
  const months = patternOf(draft.startDay)?.months ?? [];
  const leaves = draft.rhythm === 'yearly' && same(draft.months, months);
  if (rhythm === 'yearly' && draft.months.length === 0) return { ...draft, rhythm, months };
  return { ...draft, rhythm, ...(leaves && { months: [] }) };
}

/**
 * The draft with another time of day. Once it is whole, those dates take it that were at the last one that was: while a
 * time is being typed it is none.
 */
export function startingAt(draft: DatesDraft, startTime: string, last: string): DatesDraft {
  if (parseTime(startTime) !== startTime) return { ...draft, startTime };
  const anew = (local: string) => (local.endsWith(`T${last}`) ? `${local.slice(0, 10)}T${startTime}` : local);
  return { ...draft, startTime, picked: draft.picked.map(anew), except: draft.except.map(anew) };
}

/** What was chosen; where nothing was, or what followed from the old day, what follows from the new one. */
function following(chosen: number[], old: number[] | undefined, fresh: number[]): number[] {
  return chosen.length === 0 || same(chosen, old) ? fresh : chosen;
}

function patternOf(day: string): Pick<DatesDraft, 'weekdays' | 'nths' | 'months' | 'monthDay'> | null {
  if (day === '') return null;
  const date = Temporal.PlainDate.from(day);
  const nth = Math.ceil(date.day / 7);
  return {
    weekdays: [date.dayOfWeek],
    nths: [nth > 4 ? -1 : nth],
    months: [date.month],
    monthDay: date.day,
  };
}

function rruleOf(draft: DatesDraft): string {
  if (draft.rhythm === 'written') return draft.rrule;
  const parts = [
    `FREQ=${draft.rhythm.toUpperCase()}`,
    ...intervalOf(draft),
    ...monthsOf(draft),
    ...daysOf(draft),
    ...endOf(draft),
  ];
  return parts.join(';');
}

function intervalOf({ interval }: DatesDraft): string[] {
  return interval === '' || Number(interval) === 1 ? [] : [`INTERVAL=${interval}`];
}

function monthsOf({ months }: DatesDraft): string[] {
  return months.length === 0 ? [] : [`BYMONTH=${ascending(months).join(',')}`];
}

function daysOf({ rhythm, weekdays, nths, monthly, monthDay }: DatesDraft): string[] {
  const days = ascending(weekdays).flatMap((day) => WEEKDAYS[day - 1] ?? []);
  if (rhythm === 'weekly') return days.length === 0 ? [] : [`BYDAY=${days.join(',')}`];
  switch (monthly) {
    case 'weekday': {
      // Without a number every one is meant; without a day nothing is, which the contract refuses.
      const positions = ascending(nths).flatMap((nth) => days.map((day) => `${nth}${day}`));
      return [`BYDAY=${(positions.length === 0 ? days : positions).join(',')}`];
    }
    case 'day':
      return monthDay === '' ? [] : [`BYMONTHDAY=${monthDay}`];
    case 'last-day':
      return ['BYMONTHDAY=-1'];
    case 'last-workday':
      return ['BYDAY=MO,TU,WE,TH,FR', 'BYSETPOS=-1'];
  }
}

function endOf({ end, untilDay, count }: DatesDraft): string[] {
  if (end === 'until' && untilDay !== '') return [`UNTIL=${untilDay.replaceAll('-', '')}T235959`];
  return end === 'count' && count !== '' ? [`COUNT=${count}`] : [];
}

/** The last (-1) comes last. */
function ascending(numbers: readonly number[]): number[] {
  return numbers.toSorted((one, other) => (one > 0 ? one : 100 + one) - (other > 0 ? other : 100 + other));
}
