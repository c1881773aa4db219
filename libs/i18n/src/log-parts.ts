import type { LocalizedText } from '#kernel';
import type { TextKey } from './catalogues.js';
import { wholeMailPlanWords } from './mail-plan-words.js';
import type { ValueWords } from './value-words.js';

type PlanWords = Parameters<typeof wholeMailPlanWords>[0];

interface LoggedQuestion {
  readonly kind: string;
  readonly label: LocalizedText;
  readonly options: readonly { readonly label: LocalizedText }[];
  readonly required: boolean;
}

interface LoggedItem {
  readonly kind: string;
  readonly title: LocalizedText;
  readonly speaker: string | null;
  readonly minutes: number | null;
}

/** How records within a record are told: each in a line of its own. */
const tellers: Readonly<Partial<Record<string, (value: never, words: ValueWords) => string>>> = {
  agenda: (items: readonly LoggedItem[], words) => items.map((item) => itemWords(item, words)).join('; '),
  mailPlan: (plan: PlanWords, words) => wholeMailPlanWords(plan, words) ?? '–',
  questions: (questions: readonly LoggedQuestion[], words) =>
    questions.map((question) => questionWords(question, words)).join('; '),
};

/** Whether the field holds records that are told part by part. */
export function isToldInParts(field: string): boolean {
  return tellers[field] !== undefined;
}

/** Such a field in words. */
export function wordsOfParts(field: string, value: unknown, words: ValueWords): string {
  return tellers[field]?.(value as never, words) ?? '–';
}

/** "Worüber? (Text, Pflicht)" */
function questionWords({ kind, label, options, required }: LoggedQuestion, { t, text }: ValueWords): string {
  const about = [
    t(`questions.kinds.${kind}` as TextKey),
    ...options.map((option) => text(option.label)),
    required ? t('questions.required') : null,
  ].filter((part) => part !== null);
  return `${text(label)} (${about.join(', ')})`;
}

/** "Begrüßung (Vortrag, Kim Müller, 10 Minuten)" */
function itemWords({ kind, title, speaker, minutes }: LoggedItem, { t, text }: ValueWords): string {
  const about = [
    t(`agenda.kinds.${kind}` as TextKey),
    speaker,
    minutes === null ? null : t('rights.log.values.minutes', { count: minutes }),
  ].filter((part) => part !== null);
  return `${text(title)} (${about.join(', ')})`;
}
