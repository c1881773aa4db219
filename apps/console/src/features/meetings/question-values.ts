import type { Question, QuestionKind } from '#contracts';
import { both, written, type Both } from '../../ui/typed-values.js';

/** A question as it stands in the form. */
export interface QuestionDraft {
  id: string;
  kind: QuestionKind;
  label: Both;
  options: { id: string; label: Both }[];
  required: boolean;
}

const nothing: Both = { de: '', en: '' };

export function emptyQuestion(): QuestionDraft {
  return { id: crypto.randomUUID(), kind: 'text', label: nothing, options: [], required: false };
}

export function emptyOption(): QuestionDraft['options'][number] {
  return { id: crypto.randomUUID(), label: nothing };
}

export function hasOptions(kind: QuestionKind): boolean {
  return kind === 'choice' || kind === 'several';
}

export function questionValues(questions: readonly Question[]): QuestionDraft[] {
  return questions.map(({ id, kind, label, options, required }) => ({
    id,
    kind,
    required,
    label: both(label),
    options: options.map((option) => ({ id: option.id, label: both(option.label) })),
  }));
}

/** What was to choose from stays in the form when another kind is chosen, and is not sent. */
export function questionsBody(drafts: readonly QuestionDraft[]): Question[] {
  return drafts.map(({ id, kind, label, options, required }) => ({
    id,
    kind,
    required,
    label: written(label) ?? {},
    options: hasOptions(kind)
      ? options.map((option) => ({ id: option.id, label: written(option.label) ?? {} }))
      : [],
  }));
}

/** The field of the form that shows what is wrong with a part of a question. */
export function questionField(path: string): string {
  return path
    .replace(/^(questions\.\d+)\.options$/, '$1.label.de')
    .replace(/^(questions\.\d+(?:\.options\.\d+)?\.label)$/, '$1.de');
}
