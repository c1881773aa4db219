import { z } from 'zod';
import { line, mailAddress } from '#contracts';
import type { QuestionValues } from '#contracts';
import type { Id } from '#kernel';
import type { Meeting } from '#meetings';
import { fieldErrors } from '../http/field-errors.js';
import { contactFields } from '../pages/views/open-registration.view.js';
import type { ContactField, OpenProblemView } from '../pages/views/open-registration.view.js';
import { readAnswers } from './question-form.js';
import type { TypedAnswers } from './question-form.js';
import { readSeats } from './seat-form.js';
import type { TypedSeats } from './seat-form.js';

const contact = z.object({
  givenName: line(100),
  familyName: line(100),
  address: mailAddress,
  organisation: z
    .string()
    .trim()
    .transform((text) => (text === '' ? null : text))
    .pipe(line(200).nullable()),
});

/** What was filled in on a meeting's public page, to be shown again, with what is wrong with it. */
export interface TypedOpenForm {
  readonly contact: Readonly<Record<ContactField, string>>;
  readonly answers: TypedAnswers;
  readonly seats: TypedSeats | null;
  readonly problems: readonly OpenProblemView[];
}

/** A registration that can be taken down as it is. */
export interface GivenOpenForm extends z.output<typeof contact> {
  readonly answers: QuestionValues;
  readonly companions: readonly string[];
  readonly contingentId: Id | null;
}

export type PostedOpenForm = { readonly typed: TypedOpenForm } & (
  | { readonly kind: 'given'; readonly given: GivenOpenForm }
  /** A field that people do not see is filled in. */
  | { readonly kind: 'by-program' }
  | { readonly kind: 'wrong' }
);

/** Nothing typed yet. */
export const emptyOpenForm: TypedOpenForm = {
  contact: { givenName: '', familyName: '', address: '', organisation: '' },
  answers: { values: {}, problems: [] },
  seats: null,
  problems: [],
};

/** Reads the posted form of a meeting's public page. */
export function readOpenForm(
  { questions, seating }: Pick<Meeting, 'questions' | 'seating'>,
  body: unknown,
): PostedOpenForm {
  const sent: Readonly<Record<string, unknown>> = { ...Object(body) };
  const typedContact = Object.fromEntries(
    contactFields.map((name) => [name, typeof sent[name] === 'string' ? sent[name] : '']),
  ) as Record<ContactField, string>;
  const parsed = contact.safeParse(typedContact);
  const answers = readAnswers(questions, sent, 'yes');
  const seats = readSeats(seating, sent);
  const typed = { contact: typedContact, answers, seats, problems: problemsOf(parsed.error) };
  if (typeof sent['homepage'] === 'string' && sent['homepage'] !== '') return { kind: 'by-program', typed };
  if (!parsed.success || answers.problems.length > 0) return { kind: 'wrong', typed };
  const { companions = null, contingentId = null } = seats.wish ?? {};
  const given = { ...parsed.data, answers: answers.values, companions: companions ?? [], contingentId };
  return { kind: 'given', typed, given };
}

/** One for each field: the first. */
function problemsOf(error: z.ZodError | undefined): readonly OpenProblemView[] {
  const errors = error === undefined ? [] : fieldErrors(error, (path) => path.slice(1));
  return contactFields.flatMap((field) => {
    const found = errors.find(({ pointer }) => pointer === field);
    return found === undefined ? [] : [{ field, code: found.code, params: found.params }];
  });
}
