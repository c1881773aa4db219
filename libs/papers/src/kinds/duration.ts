import { daysOf, formatList, translator } from '#i18n';
import type { When } from '#i18n';
import type { Language } from '#kernel';

/** How long a meeting took: in minutes by its clock, or in whole days. */
export interface Duration {
  readonly minutes: number;
  readonly days: number;
}

export function durationOf(when: When): Duration {
  if (when.kind === 'timed') {
    return { minutes: Math.round(when.starts.until(when.ends).total('minutes')), days: 0 };
  }
  const { first, last } = daysOf(when);
  return { minutes: 0, days: first.until(last, { largestUnit: 'days' }).days + 1 };
}

/** The sum; clock time and whole days are not made into each other. */
export function addDurations(durations: readonly Duration[]): Duration {
  const sum = (of: (duration: Duration) => number) => durations.reduce((total, each) => total + of(each), 0);
  return { minutes: sum(({ minutes }) => minutes), days: sum(({ days }) => days) };
}

/** "3 Stunden", "1 Stunde 30 Minuten", "2 Tage", "2 Tage und 3 Stunden". */
export function durationWords({ minutes, days }: Duration, language: Language): string {
  const t = translator(language);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const clock = [
    hours > 0 ? t('papers.duration.hours', { count: hours }) : '',
    rest > 0 ? t('papers.duration.minutes', { count: rest }) : '',
  ].filter((part) => part !== '');
  const parts = [days > 0 ? t('papers.duration.days', { count: days }) : '', clock.join(' ')];
  const said = parts.filter((part) => part !== '');
  return said.length === 0 ? t('papers.duration.minutes', { count: 0 }) : formatList(said, language);
}

/** "3 h 30 min", "2 Tage": for a table. */
export function durationInShort({ minutes, days }: Duration, language: Language): string {
  if (days > 0) return durationWords({ minutes: 0, days }, language);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [hours > 0 ? `${hours}\u00a0h` : '', rest > 0 || hours === 0 ? `${rest}\u00a0min` : ''];
  return parts.filter((part) => part !== '').join('\u00a0');
}
