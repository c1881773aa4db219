import type { Language, RuleDescription, RuleEnd, RulePattern, RulePeriod } from '#kernel';
import { Temporal } from 'temporal-polyfill';
import { dateOf, dayAndMonth } from './format-day.js';
import { formatList } from './format-list.js';
import { fromOneTo, monthName, nthWords, numberWord, weekdayName } from './rule-numbers.js';
import { partWords } from './rule-part-words.js';
import { translator } from './translator.js';
import type { Translator } from './translator.js';

/**
 * The rule in words that stand in a sentence, without its time of day: "jeden ersten Donnerstag im März und Juni, bis
 * 12. März 2028, außer an 2 Tagen". Months and days that belong together are kept on one line.
 */
export function ruleWords(description: RuleDescription, language: Language): string {
  const t = translator(language);
  if (description.kind === 'picked') {
    const [first, last] = [dateWords(description.first, language), dateWords(description.last, language)];
    return t('series.rule.picked', { count: description.count, first, last });
  }
  const { end, exceptions } = description;
  const left = exceptions === 0 ? null : t('series.rule.exceptions', { count: exceptions });
  return [endWords(end, t), left]
    .filter((more) => more !== null)
    .reduce((rule, more) => t('series.rule.also', { rule, more }), patternWords(description, t));
}

function endWords(end: RuleEnd, t: Translator): string | null {
  if (end.kind === 'never') return null;
  if (end.kind === 'until') return t('series.rule.until', { day: dateWords(end.on, t.language) });
  const word = fromOneTo(t('series.rule.times'), end.count);
  return word ?? t('series.rule.times-more', { number: end.count });
}

function dateWords(text: string, language: Language): string {
  return dateOf(Temporal.PlainDateTime.from(text).toPlainDate(), language, 'long');
}

function patternWords(pattern: RulePattern, t: Translator): string {
  switch (pattern.kind) {
    case 'daily':
      return dailyWords(pattern, t);
    case 'weekly':
      return weeklyWords(pattern, t);
    case 'month-days':
      return monthDayWords(pattern, t);
    case 'nth-weekdays':
      return nthWeekdayWords(pattern, t);
    case 'nth-workdays':
      return onDaysWords(pattern, t('series.rule.nth-workday', { nths: nthWords(pattern.nths, t) }), t);
    case 'year-weekdays':
      return yearWeekdayWords(pattern, t);
    case 'other':
      return t('series.rule.parts', {
        every: periodWords(pattern.every, t),
        parts: pattern.parts.map((part) => partWords(part, t)).join('; '),
      });
  }
}

type Pattern<Kind extends RulePattern['kind']> = RulePattern & { readonly kind: Kind };

function dailyWords({ interval, weekdays, months }: Pattern<'daily'>, t: Translator): string {
  if (interval === 1 && weekdays.length > 0)
    return weeklyWords({ kind: 'weekly', interval, weekdays, months }, t);
  const every = interval === 1 ? t('series.rule.daily') : periodWords({ unit: 'day', interval }, t);
  if (weekdays.length === 0) return inMonths(every, months, t);
  const on = t('series.rule.on-weekdays', { days: weekdayList(weekdays, t) });
  return inMonths(t('series.rule.every-on', { every, on }), months, t);
}

function weeklyWords({ interval, weekdays, months }: Pattern<'weekly'>, t: Translator): string {
  if (interval === 1) {
    const each =
      weekdays.join() === '1,2,3,4,5'
        ? t('series.rule.monday-to-friday')
        : t('series.rule.each', { days: weekdayList(weekdays, t) });
    return inMonths(weekdays.length === 7 ? t('series.rule.daily') : each, months, t);
  }
  const every = periodWords({ unit: 'week', interval }, t);
  const on = t('series.rule.on-weekdays', { days: weekdayList(weekdays, t) });
  return onlyInMonths(t('series.rule.every-on', { every, on }), months, t);
}

function monthDayWords(pattern: Pattern<'month-days'>, t: Translator): string {
  const { every, days, months } = pattern;
  const [day = 1, ...otherDays] = days;
  const [month, ...otherMonths] = months;
  const isYearly = every.unit === 'year' || every.interval === 1;
  if (isYearly && month !== undefined && day > 0 && otherDays.length + otherMonths.length === 0) {
    // 29 February needs a leap year to be named in.
    const name = dayAndMonth(
      Temporal.PlainDate.from({ year: 2028, month, day: Math.min(day, 29) }),
      t.language,
      'long',
    );
    const on = t('series.rule.on-date', { day: name.replace(/\d+/, String(day)) });
    return t('series.rule.every-on', { every: periodWords({ ...every, unit: 'year' }, t), on });
  }
  const nths = nthWords(days, t, 'digits');
  return onDaysWords(pattern, (days.at(-1) ?? 1) < 0 ? t('series.rule.nth-day', { nths }) : nths, t);
}

interface InPeriods {
  readonly every: RulePeriod;
  readonly months: readonly number[];
}

/** "am letzten Tag jedes Monats", "alle zwei Monate am letzten Tag", "am letzten Tag im März und Juni". */
function onDaysWords({ every, months }: InPeriods, days: string, t: Translator): string {
  const on = t('series.rule.on-nth', { days });
  const isWholeYear = every.unit === 'year' && months.length === 0;
  const where = isWholeYear ? t('series.rule.of-every-month', { on }) : on;
  if (every.interval > 1) return everyOn({ every, months }, where, t);
  return months.length === 0 ? t('series.rule.of-every-month', { on }) : inMonths(on, months, t);
}

function nthWeekdayWords({ every, weekdays, months }: Pattern<'nth-weekdays'>, t: Translator): string {
  const days = nthWeekdayList(weekdays, t);
  if (every.interval > 1) return everyOn({ every, months }, t('series.rule.on-nth', { days }), t);
  const each = t('series.rule.each', { days });
  return months.length === 0 ? t('series.rule.each-of-month', { each }) : inMonths(each, months, t);
}

function yearWeekdayWords({ interval, weekdays }: Pattern<'year-weekdays'>, t: Translator): string {
  const days = nthWeekdayList(weekdays, t);
  if (interval === 1) return t('series.rule.each-of-year', { each: t('series.rule.each', { days }) });
  const on = t('series.rule.of-the-year', { on: t('series.rule.on-nth', { days }) });
  return t('series.rule.every-on', { every: periodWords({ unit: 'year', interval }, t), on });
}

/** The months of a year are where its days lie; those of every other month are what is left of them. */
function everyOn({ every, months }: InPeriods, on: string, t: Translator): string {
  const whole = t('series.rule.every-on', { every: periodWords(every, t), on });
  return every.unit === 'year' ? inMonths(whole, months, t) : onlyInMonths(whole, months, t);
}

function inMonths(what: string, months: readonly number[], t: Translator): string {
  return months.length === 0 ? what : t('series.rule.in-months', { what, months: monthList(months, t) });
}

function onlyInMonths(what: string, months: readonly number[], t: Translator): string {
  return months.length === 0 ? what : t('series.rule.only-in-months', { what, months: monthList(months, t) });
}

function periodWords({ unit, interval }: RulePeriod, t: Translator): string {
  if (interval > 1) return t(`series.rule.every-${unit}`, { number: numberWord(interval, t) });
  return unit === 'day' ? t('series.rule.daily') : t(`series.rule.${unit}`);
}

function monthList(months: readonly number[], t: Translator): string {
  const names = months.map((month) => monthName(month, t.language));
  return formatList(names, t.language);
}

function weekdayList(weekdays: readonly number[], t: Translator): string {
  const names = weekdays.map((weekday) => weekdayName(weekday, t.language));
  return formatList(names, t.language);
}

/** "ersten und dritten Montag", "ersten Montag und dritten Donnerstag". */
function nthWeekdayList(weekdays: Pattern<'nth-weekdays'>['weekdays'], t: Translator): string {
  const groups = [...new Set(weekdays.map(({ weekday }) => weekday))].map((weekday) => {
    const nths = weekdays.filter((day) => day.weekday === weekday).map(({ nth }) => nth);
    return t('series.rule.nth-weekday', {
      nths: nthWords(nths, t),
      weekday: weekdayName(weekday, t.language),
    });
  });
  return formatList(groups, t.language);
}
