import type { DateRule } from '#calendar';
import { expandRule } from '#calendar';
import type { Temporal } from '#kernel';
import type { Series } from '../tables/series.entity.js';

type Window = Pick<Series, 'rule' | 'zone' | 'windowMonths' | 'endsOn'>;

/** The dates of the rule that are to be there now: those to come within the window. */
export function datesInWindow(series: Window, now: Temporal.Instant): readonly Temporal.PlainDateTime[] {
  const from = now.toZonedDateTimeISO(series.zone).toPlainDateTime();
  const horizon = from.add({ months: series.windowMonths });
  const end = series.endsOn?.toPlainDateTime();
  const until = end !== undefined && isBefore(end, horizon) ? end : horizon;
  return expandRule(series.rule satisfies DateRule, { from, until });
}

/** The first date after the window and the moment it comes into it; null: the rule has no more. */
export function nextFill(series: Window, now: Temporal.Instant): Temporal.Instant | null {
  const horizon = now.toZonedDateTimeISO(series.zone).toPlainDateTime().add({ months: series.windowMonths });
  const [next] = expandRule(series.rule, { from: horizon, until: horizon.add({ years: 10 }), limit: 1 });
  if (next === undefined) return null;
  if (series.endsOn !== null && !isBefore(next, series.endsOn.toPlainDateTime())) return null;
  // A month is as long as it is: going back may come to a moment just before the window reaches the date.
  const due = next.subtract({ months: series.windowMonths }).add({ days: 1 });
  return due.toZonedDateTime(series.zone).toInstant();
}

function isBefore(one: Temporal.PlainDateTime, other: Temporal.PlainDateTime): boolean {
  return one.until(other).sign > 0;
}
