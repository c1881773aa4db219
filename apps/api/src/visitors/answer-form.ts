import { answerInput } from '#contracts';
import type { AnswerValue, Question, QuestionValues, Seating, SeatWish } from '#contracts';
import { fieldErrors } from '../http/field-errors.js';
import type { AnswerProblemView } from '../pages/views/invitation.view.js';
import type { NoteView } from '../pages/views/named.view.js';
import { readAnswers } from './question-form.js';
import type { TypedAnswers } from './question-form.js';
import { readSeats } from './seat-form.js';
import type { TypedSeats } from './seat-form.js';

/** What was typed besides the answer, to be shown again. */
export interface TypedForm {
  readonly note: string;
  readonly answers: TypedAnswers;
  readonly seats: TypedSeats;
}

/** An answer that can be given as it is. */
export interface GivenAnswer {
  readonly answer: AnswerValue;
  readonly note: string | null;
  readonly values: QuestionValues | null;
  readonly seats: SeatWish | null;
}

export type PostedAnswer = { readonly typed: TypedForm } & (
  | { readonly given: GivenAnswer; readonly problem: null }
  | { readonly given: null; readonly problem: AnswerProblemView }
);

/** Reads what somebody tells the hosts, from the form of an answer or of a substitute. */
export function readNote(body: unknown): NoteView {
  const { note: sent } = Object(body) as { note?: unknown };
  const text = typeof sent === 'string' ? sent : '';
  const parsed = answerInput.safeParse({ answer: 'no', note: text });
  const [wrong = null] = parsed.success ? [] : fieldErrors(parsed.error, (path) => path);
  return { text, wrong };
}

/** Reads the posted form of the invitee's page. */
export function readAnswerForm(
  { questions, seating }: { readonly questions: readonly Question[]; readonly seating: Seating },
  body: unknown,
): PostedAnswer {
  const sent: Record<string, unknown> = { note: null, ...Object(body) };
  const parsed = answerInput.safeParse({ answer: sent['answer'], note: sent['note'] });
  const note = typeof sent['note'] === 'string' ? sent['note'] : '';
  const answers = readAnswers(questions, sent, parsed.success ? parsed.data.answer : 'no');
  const typed = { note, answers, seats: readSeats(seating, sent) };
  if (!parsed.success) {
    const [wrong] = fieldErrors(parsed.error, (path) => path).filter(({ pointer }) => pointer === '/note');
    const problem =
      wrong === undefined
        ? ({ code: 'answer.missing', field: 'answer', note } as const)
        : ({ code: wrong.code, params: wrong.params, field: 'note', note } as const);
    return { typed, given: null, problem };
  }
  if (answers.problems.length > 0) {
    return { typed, given: null, problem: { code: 'question.required', field: 'questions', note } };
  }
  const given = {
    answer: parsed.data.answer,
    note: parsed.data.note === '' ? null : parsed.data.note,
    values: questions.length === 0 ? null : answers.values,
    seats: typed.seats.wish,
  };
  return { typed, given, problem: null };
}
