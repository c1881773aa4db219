import { publicHolidays } from '#calendar';
import type { PublicHoliday } from '#calendar';
import type { ConcernedInstitution } from '#directory';
import { Temporal } from '#kernel';
import type { Conflict, ConflictDate } from './conflict.js';

const SATURDAY = 6;
const DAYS_OF_A_WEEK = 7;

/** What the calendar itself has against dates: weekends and the public holidays of the Länder concerned. Pure. */
export function dayConflicts(
  dates: readonly ConflictDate[],
  concerned: readonly ConcernedInstitution[],
): readonly (readonly Conflict[])[] {
  const lands = [...new Set(concerned.flatMap(({ laender }) => laender))];
  return dates.map((date) => {
    const [first, until] = daysOf(date);
    const weekend = weekendIn(first, until);
    return [
      ...(weekend === null ? [] : [{ kind: 'weekend' as const, on: weekend }]),
      ...publicHolidays(lands, first, until).map((holiday) => holidayConflict(holiday, concerned)),
    ];
  });
}

/** The days a date touches: the first, and the one after the last. */
export function daysOf({
  startsLocal,
  endsLocal,
}: Pick<ConflictDate, 'startsLocal' | 'endsLocal'>): readonly [Temporal.PlainDate, Temporal.PlainDate] {
  const last = endsLocal.subtract({ nanoseconds: 1 }).toPlainDate();
  return [startsLocal.toPlainDate(), last.add({ days: 1 })];
}

/** The first Saturday or Sunday of the days. */
function weekendIn(first: Temporal.PlainDate, until: Temporal.PlainDate): Temporal.PlainDate | null {
  for (let days = 0; days < DAYS_OF_A_WEEK; days += 1) {
    const day = first.add({ days });
    if (Temporal.PlainDate.compare(day, until) >= 0) return null;
    if (day.dayOfWeek >= SATURDAY) return day;
  }
  return null;
}

function holidayConflict(
  { on, name, lands }: PublicHoliday,
  concerned: readonly ConcernedInstitution[],
): Conflict {
  const affected = concerned.filter(({ laender }) => laender.some((land) => lands.includes(land)));
  return { kind: 'public-holiday', on, name, laender: lands, affected: affected.map(nameOf) };
}

export function nameOf({ id, name }: Pick<ConcernedInstitution, 'id' | 'name'>) {
  return { id, name };
}
