import { DomainError } from '#kernel';
import { readUntil } from './rule-until.js';
import type { RuleUntil } from './rule-until.js';

export const RULE_POINTER = '/rule/rrule';
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof WEEKDAYS)[number];
export type Frequency = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';

/** `{ nth: -1, day: 'FR' }` is the last Friday, nth 0 every one. */
export interface DayOfRule {
  readonly nth: number;
  readonly day: Weekday;
}

/** A rule of RFC 5545, section 3.3.10, taken apart. Lists that are absent are empty. */
export interface RuleParts {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count: number | null;
  readonly until: RuleUntil | null;
  readonly weekStart: Weekday;
  readonly byDay: readonly DayOfRule[];
  readonly byMonth: readonly number[];
  readonly byMonthDay: readonly number[];
  readonly byYearDay: readonly number[];
  readonly byWeekNo: readonly number[];
  readonly bySetPos: readonly number[];
  readonly byHour: readonly number[];
  readonly byMinute: readonly number[];
  readonly bySecond: readonly number[];
}

const KNOWN_PARTS = new Set(
  'FREQ INTERVAL COUNT UNTIL WKST BYDAY BYMONTH BYMONTHDAY BYYEARDAY BYWEEKNO BYSETPOS BYHOUR BYMINUTE BYSECOND'.split(
    ' ',
  ),
);
const MAX_LENGTH = 500;
const MAX_INTERVAL = 1000;
const MAX_COUNT = 10_000;
/** So many days has a period: no day has a later position in it. */
const MOST_DAYS: Readonly<Record<Frequency, number>> = { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 };

type Texts = ReadonlyMap<string, string>;

/**
 * Takes a rule apart. Throws `series.rule-invalid` with the part that cannot be read or may not stand where it does,
 * `series.rule-part-unknown`, `series.rule-too-fine` for what comes back within a day, and
 * `series.rule-until-and-count`; each at `/rule/rrule`.
 */
export function readRuleParts(rrule: string): RuleParts {
  const texts = splitParts(rrule);
  const frequency = frequencyOf(texts);
  if (texts.has('UNTIL') && texts.has('COUNT')) refuse('series.rule-until-and-count');
  const until = texts.get('UNTIL');
  const parts = {
    frequency,
    interval: oneNumber(texts, 'INTERVAL', MAX_INTERVAL) ?? 1,
    count: oneNumber(texts, 'COUNT', MAX_COUNT),
    until: until === undefined ? null : (readUntil(until) ?? refusePart('UNTIL')),
    weekStart: weekdayOf(texts.get('WKST') ?? 'MO', 'WKST'),
    byDay: listOf(texts, 'BYDAY').map(dayOf),
    byMonth: numbers(texts, 'BYMONTH', { from: 1, to: 12 }),
    byMonthDay: numbers(texts, 'BYMONTHDAY', { from: 1, to: 31, negative: true }),
    byYearDay: numbers(texts, 'BYYEARDAY', { from: 1, to: 366, negative: true }),
    byWeekNo: numbers(texts, 'BYWEEKNO', { from: 1, to: 53, negative: true }),
    bySetPos: numbers(texts, 'BYSETPOS', { from: 1, to: 366, negative: true }),
    byHour: numbers(texts, 'BYHOUR', { from: 0, to: 23 }),
    byMinute: numbers(texts, 'BYMINUTE', { from: 0, to: 59 }),
    bySecond: numbers(texts, 'BYSECOND', { from: 0, to: 59 }),
  };
  refuseMisplaced(parts);
  return parts;
}

function splitParts(rrule: string): Texts {
  if (rrule.length > MAX_LENGTH) refusePart('RRULE');
  const texts = new Map<string, string>();
  for (const part of rrule.split(';')) {
    const [name = '', value = '', ...rest] = part.split('=');
    if (!KNOWN_PARTS.has(name)) refuse('series.rule-part-unknown', name);
    if (texts.has(name) || value === '' || rest.length > 0) refusePart(name);
    texts.set(name, value);
  }
  return texts;
}

function frequencyOf(texts: Texts): Frequency {
  const text = texts.get('FREQ') ?? '';
  if (/^(?:SECONDLY|MINUTELY|HOURLY)$/.test(text)) refuse('series.rule-too-fine');
  if (text === 'DAILY' || text === 'WEEKLY' || text === 'MONTHLY' || text === 'YEARLY') return text;
  return refusePart('FREQ');
}

// RFC 5545, section 3.3.10: the table of what limits, what expands, and what may not stand together.
function refuseMisplaced(parts: RuleParts): void {
  const { frequency } = parts;
  if (parts.byWeekNo.length > 0 && frequency !== 'YEARLY') refusePart('BYWEEKNO');
  if (parts.byYearDay.length > 0 && frequency !== 'YEARLY') refusePart('BYYEARDAY');
  if (parts.byMonthDay.length > 0 && frequency === 'WEEKLY') refusePart('BYMONTHDAY');
  if (hasMisplacedNth(parts)) refusePart('BYDAY');
  const lists = [parts.byDay, parts.byMonth, parts.byMonthDay, parts.byYearDay, parts.byWeekNo];
  if (parts.bySetPos.length > 0 && lists.every((list) => list.length === 0)) refusePart('BYSETPOS');
  if (parts.bySetPos.some((position) => Math.abs(position) > MOST_DAYS[frequency])) refusePart('BYSETPOS');
}

function hasMisplacedNth({ frequency, byDay, byWeekNo, byMonth }: RuleParts): boolean {
  const nths = byDay.map(({ nth }) => Math.abs(nth));
  if (Math.max(0, ...nths) === 0) return false;
  if (frequency === 'DAILY' || frequency === 'WEEKLY' || byWeekNo.length > 0) return true;
  return (frequency === 'MONTHLY' || byMonth.length > 0) && nths.some((nth) => nth > 5);
}

function listOf(texts: Texts, name: string): readonly string[] {
  return [...new Set(texts.get(name)?.split(',') ?? [])];
}

function dayOf(text: string): DayOfRule {
  const [, nth, day = ''] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(text) ?? refusePart('BYDAY');
  const number = Number(nth ?? 0);
  if (nth !== undefined && (number === 0 || Math.abs(number) > 53)) refusePart('BYDAY');
  return { nth: number, day: weekdayOf(day, 'BYDAY') };
}

function weekdayOf(text: string, part: string): Weekday {
  return WEEKDAYS.find((day) => day === text) ?? refusePart(part);
}

function numbers(
  texts: Texts,
  name: string,
  { from, to, negative = false }: { from: number; to: number; negative?: boolean },
): readonly number[] {
  const found = listOf(texts, name).map((text) => {
    const number = /^[+-]?\d{1,3}$/.test(text) ? Number(text) : NaN;
    const size = negative ? Math.abs(number) : number;
    return size >= from && size <= to ? number : refusePart(name);
  });
  return [...new Set(found)];
}

function oneNumber(texts: Texts, name: string, most: number): number | null {
  const text = texts.get(name);
  if (text === undefined) return null;
  const number = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= most ? number : refusePart(name);
}

function refusePart(part: string): never {
  throw new DomainError('series.rule-invalid', { part, pointer: RULE_POINTER });
}

function refuse(code: string, part?: string): never {
  throw new DomainError(code, {
    ...(part !== undefined && { part: part.slice(0, 40) }),
    pointer: RULE_POINTER,
  });
}
