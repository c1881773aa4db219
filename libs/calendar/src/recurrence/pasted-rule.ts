import { DomainError, Temporal } from '#kernel';
import type { ErrorParams } from '#kernel';
import { isZone } from '../zones.js';
import { readWallClock, writeWallClock } from './date-rule.js';
import type { DateRule } from './date-rule.js';
import { expandRule } from './expand-rule.js';
import { pastedLines } from './pasted-lines.js';
import type { PastedLine } from './pasted-lines.js';
import { readRuleParts } from './rule-parts.js';
import { onTheWall, readUntil, writeUntil } from './rule-until.js';

export type PastedRule =
  | { readonly ok: true; readonly rule: DateRule }
  | { readonly ok: false; readonly code: string; readonly params?: ErrorParams };

/** More is no rule; a calendar file is not meant. */
const MAX_TEXT = 20_000;
const MOST_DATES = 1000;
/** Lines that come along when an event is copied whole and say nothing about its dates. */
const DATE_LINES = new Set(['DTSTART', 'RRULE', 'EXDATE', 'RDATE']);

/**
 * What a pasted text means: a rule with or without `RRULE:`, or the lines DTSTART, RRULE, EXDATE and RDATE of an event,
 * folded or not, in any case. DTSTART goes before `startsLocal`, which a text without one begins at. Moments in UTC
 * become wall clocks of `zone`, or of DTSTART's TZID when no zone is given. A rule with further dates (RDATE) becomes
 * dates by hand, if it ends. The code and its parameters say why not; nothing is thrown. `checkRule` comes after it.
 */
export function readPastedRule(text: string, startsLocal: string, zone?: string): PastedRule {
  try {
    return { ok: true, rule: readText(text, startsLocal, zone) };
  } catch (error) {
    if (error instanceof DomainError) return { ok: false, code: error.code, params: error.params };
    throw error;
  }
}

function readText(text: string, startsLocal: string, zone: string | undefined): DateRule {
  if (text.length > MAX_TEXT) throw new DomainError('series.rule-not-one', { pointer: '/text' });
  const lines = pastedLines(text).filter(({ name }) => DATE_LINES.has(name));
  const rules = lines.filter(({ name }) => name === 'RRULE');
  const [start, ...otherStarts] = lines.filter(({ name }) => name === 'DTSTART');
  if (lines.length === 0 || rules.length > 1 || otherStarts.length > 0)
    throw new DomainError('series.rule-not-one', { pointer: '/text' });
  const at = readWallClock(startsLocal, '/startsLocal');
  const reader = new DateReader(at, zone ?? zoneOf(start));
  const first = start === undefined ? at : (reader.read(start)[0] ?? at);
  const dates = new DateReader(first, reader.zone);
  const further = lines.filter(({ name }) => name === 'RDATE').flatMap((line) => dates.read(line));
  const except = written(lines.filter(({ name }) => name === 'EXDATE').flatMap((line) => dates.read(line)));
  const [rule] = rules;
  if (rule === undefined) return picked(start === undefined ? further : [first, ...further], except);
  const rrule = onWallClock(rule.value.toUpperCase().replaceAll(/\s/g, ''), reader.zone);
  const recurring = { kind: 'rrule', startsLocal: writeWallClock(first), rrule, except } as const;
  return further.length === 0 ? recurring : picked([...everyDate(recurring), ...further], except);
}

/** Reads the values of DTSTART, EXDATE and RDATE as wall clocks; a day alone takes its time from the first date. */
class DateReader {
  constructor(
    private readonly first: Temporal.PlainDateTime,
    readonly zone: string | undefined,
  ) {}

  read(line: PastedLine): readonly Temporal.PlainDateTime[] {
    return line.value
      .toUpperCase()
      .split(',')
      .map((text) => this.readOne(text.trim(), line));
  }

  private readOne(text: string, { params }: PastedLine): Temporal.PlainDateTime {
    const found = readUntil(text);
    if (found === undefined)
      throw new DomainError('series.rule-date-invalid', { date: text.slice(0, 40), pointer: '/text' });
    if (!text.includes('T')) return found.at.toPlainDate().toPlainDateTime(this.first);
    const wallClock = found.at.with({ second: 0 });
    if (found.isUtc) return onTheWall(wallClock, this.zone ?? refuseUtc());
    const from = params.get('TZID');
    if (from === undefined || this.zone === undefined || from === this.zone || !isZone(from))
      return wallClock;
    // Zones whose clocks agree then (Vienna and Berlin) may stand for one another.
    const here = wallClock.toZonedDateTime(from).withTimeZone(this.zone).toPlainDateTime();
    if (here.equals(wallClock)) return wallClock;
    throw new DomainError('series.rule-other-zone', { found: from, zone: this.zone, pointer: '/text' });
  }
}

/** The rule with its end, if that is a moment in UTC, as a wall clock of the zone. */
export function onWallClock(rrule: string, zone: string | undefined): string {
  const { until } = readRuleParts(rrule);
  if (until?.isUtc !== true) return rrule;
  const wallClock = onTheWall(until.at, zone ?? refuseUtc());
  return rrule.replace(/UNTIL=[^;]*/, `UNTIL=${writeUntil(wallClock)}`);
}

function zoneOf(start: PastedLine | undefined): string | undefined {
  const zone = start?.params.get('TZID');
  return zone !== undefined && isZone(zone) ? zone : undefined;
}

function everyDate(rule: DateRule & { kind: 'rrule' }): readonly Temporal.PlainDateTime[] {
  const { count, until } = readRuleParts(rule.rrule);
  if (count === null && until === null)
    throw new DomainError('series.rule-further-dates', { pointer: '/text' });
  const from = Temporal.PlainDateTime.from(rule.startsLocal);
  return expandRule(rule, { from, until: from.add({ years: 50 }), limit: MOST_DATES });
}

function picked(dates: readonly Temporal.PlainDateTime[], except: readonly string[]): DateRule {
  const left = new Set(except);
  return { kind: 'picked', dates: written(dates).filter((date) => !left.has(date)) };
}

function written(dates: readonly Temporal.PlainDateTime[]): readonly string[] {
  return [...new Set(dates.map(writeWallClock))].toSorted();
}

function refuseUtc(): never {
  throw new DomainError('series.rule-until-utc', { pointer: '/text' });
}
