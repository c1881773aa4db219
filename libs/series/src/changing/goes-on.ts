import { expandRule } from '#calendar';
import type { DateRuleDto } from '#contracts';
import { DomainError, Temporal } from '#kernel';

const YEAR = { years: 1 };
const LONGEST = { years: 50 };

/**
 * The rule for another year: until the end of the month in which its last date was, a year later; hand-picked dates
 * again on the same weekday of the same week of their months. Throws `series.goes-on-anyway` for a rule without an end.
 */
export function goesOn(rule: DateRuleDto): DateRuleDto {
  if (rule.kind === 'picked') return { ...rule, dates: [...rule.dates, ...nextYear(rule.dates)] };
  const parts = rule.rrule.split(';');
  const rest = parts.filter((part) => !/^(UNTIL|COUNT)=/i.test(part));
  if (rest.length === parts.length) throw new DomainError('series.goes-on-anyway');
  const start = Temporal.PlainDateTime.from(rule.startsLocal);
  const last = expandRule(rule, { from: start, until: start.add(LONGEST) }).at(-1) ?? start;
  const until = last.toPlainDate().add(YEAR);
  const end = until.with({ day: until.daysInMonth }).toString().replaceAll('-', '');
  return { ...rule, rrule: [...rest, `UNTIL=${end}T235959`].join(';') };
}

/** The dates of the last twelve months, a year later. */
function nextYear(dates: readonly string[]): readonly string[] {
  const all = dates.map((date) => Temporal.PlainDateTime.from(date));
  const last = all.at(-1);
  if (last === undefined) return [];
  const since = last.subtract(YEAR);
  return all
    .filter((date) => Temporal.PlainDateTime.compare(date, since) > 0)
    .map((date) => sameWeekday(date).toString({ smallestUnit: 'minute' }));
}

/** The same weekday of the same week of the month; the last of the month where it was the fifth and there is none. */
function sameWeekday(date: Temporal.PlainDateTime): Temporal.PlainDateTime {
  const first = date.add(YEAR).with({ day: 1 });
  const nth = Math.ceil(date.day / 7);
  const day = 1 + ((date.dayOfWeek - first.dayOfWeek + 7) % 7) + (nth - 1) * 7;
  return first.with({ day: day > first.daysInMonth ? day - 7 : day });
}
