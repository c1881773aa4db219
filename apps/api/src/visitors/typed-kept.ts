import type { Question, QuestionValue } from '#contracts';
import { translator } from '#i18n';
import { pickText } from '#kernel';
import type { Language } from '#kernel';
import type { Meeting } from '#meetings';
import { isBlank } from '#participation';
import type { TypedView } from '../pages/views/typed.view.js';
import { readNote } from './answer-form.js';
import type { TypedForm } from './answer-form.js';
import { readAnswers } from './question-form.js';
import { readSeats } from './seat-form.js';

type Asking = Pick<Meeting, 'questions' | 'seating'>;

/** What was typed into the form of an answer, in words. */
export function presentTyped(
  { questions, seating }: Asking,
  { note, answers, seats }: Pick<TypedForm, 'answers'> & Partial<TypedForm>,
  language: Language,
): TypedView {
  const kind = seating.contingents.find(({ id }) => id === seats?.wish?.contingentId);
  return {
    note: note ?? '',
    people: [],
    kind: kind === undefined ? null : pickText(kind.name, language),
    companions: seats?.count ?? '',
    companionNames: seats?.names ?? '',
    answers: questions.flatMap((question) => {
      const value = answers.values[question.id] ?? null;
      if (isBlank(value)) return [];
      const text = inWords(question, value, language);
      return [{ id: question.id, label: pickText(question.label, language), text }];
    }),
  };
}

/** What was sent from any form of an invitation's pages, where the link opens nothing any more. */
export function readTyped(meeting: Asking, body: unknown, language: Language): TypedView {
  const sent: Readonly<Record<string, unknown>> = { ...Object(body) };
  const typed = {
    note: readNote(sent).text,
    answers: readAnswers(meeting.questions, sent, 'no'),
    seats: readSeats(meeting.seating, sent),
  };
  return { ...presentTyped(meeting, typed, language), people: peopleIn(sent) };
}

/** Who was named, one after the other as the forms have them. */
function peopleIn(sent: Readonly<Record<string, unknown>>): readonly string[] {
  const prefixes = Object.keys(sent).flatMap((name) => /^(\d+-|)address$/.exec(name)?.[1] ?? []);
  return prefixes.flatMap((prefix) => {
    const person = personWords(
      ['givenName', 'familyName', 'address'].map((name) => sent[`${prefix}${name}`]),
    );
    return person === '' ? [] : [person];
  });
}

/** Somebody as they were typed, in a line. */
export function personWords(parts: readonly unknown[]): string {
  return parts.filter((part) => typeof part === 'string' && part !== '').join(' ');
}

function inWords({ options }: Question, value: QuestionValue, language: Language): string {
  if (typeof value === 'boolean') return translator(language)(value ? 'questions.yes' : 'questions.no');
  return [value]
    .flat()
    .map((one) => {
      const label = options.find(({ id }) => id === one)?.label;
      return label === undefined ? one : pickText(label, language).text;
    })
    .join(', ');
}
