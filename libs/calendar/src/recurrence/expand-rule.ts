import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from '#kernel';
import { readWallClock } from './date-rule.js';
import type { DateRule } from './date-rule.js';
import { readRuleParts } from './rule-parts.js';
import type { RuleParts } from './rule-parts.js';

export interface RuleSpan {
  /** Inclusive. */
  readonly from: Temporal.PlainDateTime;
  /** Exclusive. */
  readonly until: Temporal.PlainDateTime;
  /** At most so many dates; all by default. */
  readonly limit?: number;
}

/**
 * The wall clocks of the dates in the span, in order. Knows no zone: a date in the gap of spring is given as the rule
 * has it. The end of a rule given in UTC is taken for a wall clock; `checkRule` refuses such a rule. Pure; throws what
 * `readRuleParts` does.
 */
export function expandRule(rule: DateRule, span: RuleSpan): readonly Temporal.PlainDateTime[] {
  if (rule.kind === 'picked') return pickedIn(rule.dates, span);
  const startsLocal = readWallClock(rule.startsLocal, '/rule/startsLocal');
  const except = new Set(rule.except.map((text) => readWallClock(text, '/rule/except').toString()));
  return expandParts({ startsLocal, parts: readRuleParts(rule.rrule), except }, span);
}

export interface ReadRule {
  readonly startsLocal: Temporal.PlainDateTime;
  readonly parts: RuleParts;
  /** As Temporal writes wall clocks. */
  readonly except: ReadonlySet<string>;
}

/** The same for a rule that has been read. */
export function expandParts({ startsLocal, parts, except }: ReadRule, span: RuleSpan) {
  const limit = span.limit ?? Infinity;
  const end = asUtc(span.until);
  const engine = engineOf(startsLocal, parts);
  const found: Temporal.PlainDateTime[] = [];
  let from =
    Temporal.PlainDateTime.compare(span.from, startsLocal) < 0 ? asUtc(startsLocal) : asUtc(span.from);
  for (let years = limit === Infinity ? 10_000 : 1; isBefore(from, end) && found.length < limit; years *= 2) {
    const until = soonerOf(from.add({ years }), end);
    for (const date of engine.between(from, until.subtract({ nanoseconds: 1 }), true)) {
      const wallClock = date.toPlainDateTime();
      if (!except.has(wallClock.toString())) found.push(wallClock);
    }
    from = until;
  }
  return found.slice(0, Math.min(limit, found.length));
}

// UTC as a zone without summer time: the engine then counts on plain wall clocks.
function engineOf(startsLocal: Temporal.PlainDateTime, parts: RuleParts) {
  return new RRuleTemporal({
    temporal: Temporal,
    tzid: 'UTC',
    dtstart: asUtc(startsLocal),
    freq: parts.frequency,
    interval: parts.interval,
    wkst: parts.weekStart,
    ...(parts.count !== null && { count: parts.count }),
    ...(parts.until !== null && { until: asUtc(parts.until.at) }),
    byDay: filled(parts.byDay.map(({ nth, day }) => `${nth === 0 ? '' : nth}${day}`)),
    byMonth: filled(parts.byMonth),
    byMonthDay: filled(parts.byMonthDay),
    byYearDay: filled(parts.byYearDay),
    byWeekNo: filled(parts.byWeekNo),
    bySetPos: filled(parts.bySetPos),
    cache: false,
    // A rule whose dates are far between (29 February on a Monday) takes many days of looking.
    maxIterations: 200_000,
  });
}

function filled<Item>(list: readonly Item[]): Item[] | undefined {
  return list.length === 0 ? undefined : [...list];
}

function pickedIn(dates: readonly string[], { from, until, limit }: RuleSpan) {
  return dates
    .map((text) => readWallClock(text, '/rule/dates'))
    .filter(
      (date) =>
        Temporal.PlainDateTime.compare(date, from) >= 0 && Temporal.PlainDateTime.compare(date, until) < 0,
    )
    .slice(0, limit);
}

function asUtc(wallClock: Temporal.PlainDateTime): Temporal.ZonedDateTime {
  return wallClock.toZonedDateTime('UTC');
}

function isBefore(a: Temporal.ZonedDateTime, b: Temporal.ZonedDateTime): boolean {
  return Temporal.ZonedDateTime.compare(a, b) < 0;
}

function soonerOf(a: Temporal.ZonedDateTime, b: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  return isBefore(a, b) ? a : b;
}
