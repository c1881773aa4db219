import type { Language } from '#kernel';
import { Temporal } from 'temporal-polyfill';
import { monthOf, weekdayOf } from './format-day.js';
import { formatList } from './format-list.js';
import type { Translator } from './translator.js';

/** "zwei" to "zwölf", then digits. */
export function numberWord(number: number, t: Translator): string {
  return fromOneTo(t('series.rule.numbers'), number - 1) ?? String(number);
}

/**
 * "ersten und dritten", "vorletzten": what a list of positions is called, those from the end being negative. As digits
 * "1. und 15.", "1st and 15th", but for those from the end.
 */
export function nthWords(nths: readonly number[], t: Translator, as: 'words' | 'digits' = 'words'): string {
  const names = nths.map((nth) => {
    if (nth > 0)
      return (as === 'words' && fromOneTo(t('series.rule.ordinals'), nth)) || ordinal(nth, t.language);
    const number = ordinal(-nth, t.language);
    return fromOneTo(t('series.rule.from-end'), -nth) ?? t('series.rule.further-from-end', { number });
  });
  return formatList(names, t.language);
}

/** The text holds words from one on, with strokes between them; undefined beyond them. */
export function fromOneTo(words: string, number: number): string | undefined {
  return words.split('|')[number - 1];
}

/** The name of ISO's weekday, Monday being 1. */
export function weekdayName(weekday: number, language: Language): string {
  // 1 March 2027 is a Monday.
  return weekdayOf(Temporal.PlainDate.from({ year: 2027, month: 3, day: weekday }), language, 'long');
}

export function monthName(month: number, language: Language): string {
  return monthOf(Temporal.PlainDate.from({ year: 2027, month, day: 1 }), language, 'long');
}

const rules = new Intl.PluralRules('en', { type: 'ordinal' });
const SUFFIXES: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' };

/** "15.", "15th". */
export function ordinal(number: number, language: Language): string {
  return language === 'de' ? `${number}.` : `${number}${SUFFIXES[rules.select(number)] ?? 'th'}`;
}
