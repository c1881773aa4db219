import type { Language } from './use-text.js';
import { parseTime } from './parse-time.js';

/** A text in both languages, as it stands in a form: empty where there is none. */
export type Both = Record<Language, string>;

/** The texts for a form. */
export function both(localised: Partial<Both> | null): Both {
  return { de: localised?.de ?? '', en: localised?.en ?? '' };
}

/** What was written; null when nothing was. */
export function written(typed: Both): Partial<Both> | null {
  const parts = Object.entries(typed).filter(([, words]) => words.trim() !== '');
  return parts.length === 0 ? null : Object.fromEntries(parts);
}

export function textOrNull(typed: string): string | null {
  return typed.trim() === '' ? null : typed;
}

export function numberOrNull(typed: number | string): number | null {
  return typed === '' ? null : Number(typed);
}

/** `2027-03-04T10:00`; empty without a day. What is no time stays as it was typed, for the contract to refuse. */
export function wallClock(day: string, time: string): string {
  return day === '' ? '' : `${day}T${parseTime(time) ?? time}`;
}
