import type { RulePart } from '#kernel';
import { formatList } from './format-list.js';
import { monthName, nthWords, ordinal, weekdayName } from './rule-numbers.js';
import type { Translator } from './translator.js';

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

const KEYS = {
  BYDAY: 'weekdays',
  BYMONTH: 'months',
  BYMONTHDAY: 'month-days',
  BYSETPOS: 'positions',
  BYWEEKNO: 'week-numbers',
  BYYEARDAY: 'year-days',
} as const;

/** One part of a rule that has no words as a whole: "Kalenderwochen: 20 und 21". */
export function partWords({ name, value }: RulePart, t: Translator): string {
  const key = isNamed(name) ? KEYS[name] : undefined;
  if (key === undefined) return `${name}=${value}`;
  const values = value.split(',');
  return t(`series.rule.part.${key}`, { values: VALUES[key](values, t) });
}

const numbers = (values: readonly string[], t: Translator): string => formatList(values, t.language);

/** Positive ones as they are, "1. von hinten" for the last. */
const days = (values: readonly string[], t: Translator): string =>
  formatList(
    values.map((value) =>
      Number(value) > 0
        ? value
        : t('series.rule.counted-from-end', { number: ordinal(-Number(value), t.language) }),
    ),
    t.language,
  );

const VALUES: Readonly<
  Record<(typeof KEYS)[keyof typeof KEYS], (values: readonly string[], t: Translator) => string>
> = {
  'month-days': days,
  months: (values, t) =>
    numbers(
      values.map((value) => monthName(Number(value), t.language)),
      t,
    ),
  positions: (values, t) => nthWords(values.map(Number), t),
  'week-numbers': days,
  weekdays: (values, t) =>
    numbers(
      values.map((value) => dayWords(value, t)),
      t,
    ),
  'year-days': days,
};

function dayWords(value: string, t: Translator): string {
  const weekday = weekdayName(WEEKDAYS.indexOf(value.slice(-2)) + 1, t.language);
  const nth = Number(value.slice(0, -2));
  return nth === 0 ? weekday : t('series.rule.nth-weekday', { nths: nthWords([nth], t), weekday });
}

function isNamed(name: string): name is keyof typeof KEYS {
  return Object.hasOwn(KEYS, name);
}
