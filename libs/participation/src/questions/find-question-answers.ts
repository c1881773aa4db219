import type { Question, QuestionValue, QuestionValues } from '#contracts';
import type { Reader } from '#database';
import { translator } from '#i18n';
import { languages } from '#i18n';
import type { Id, LocalizedText } from '#kernel';
import { QuestionAnswer } from '../tables/question-answer.entity.js';

/** What somebody answered to a question, in words. */
export interface ToldAnswer {
  readonly questionId: Id;
  readonly label: LocalizedText;
  readonly value: LocalizedText;
  readonly given: QuestionValue;
}

/** What an invitee answered to the meeting's questions, all of it: for the invitee. */
export async function findOwnValues(reader: Reader, invitationId: Id): Promise<QuestionValues> {
  const rows: Pick<QuestionAnswer, 'questionId' | 'value'>[] = await reader.manager.query(
    `SELECT answer.question_id AS "questionId", answer.value
       FROM question_answer AS answer JOIN registration ON registration.id = answer.registration_id
      WHERE registration.invitation_id = $1`,
    [invitationId],
  );
  return Object.fromEntries(rows.map(({ questionId, value }) => [questionId, value]));
}

/**
 * What was answered with these invitations, in words and in the order of the questions; `sensitive` what is of health or
 * faith, which is asked for by itself. One query. Answers to questions that are not asked any more are left out.
 */
export async function findToldAnswers(
  reader: Reader,
  questions: readonly Question[],
  { invitationIds, sensitive }: { readonly invitationIds: readonly Id[]; readonly sensitive: boolean },
): Promise<ReadonlyMap<Id, readonly ToldAnswer[]>> {
  if (questions.length === 0) return new Map();
  const rows: (Pick<QuestionAnswer, 'questionId' | 'value'> & { invitationId: Id })[] =
    await reader.manager.query(
      `SELECT registration.invitation_id AS "invitationId", answer.question_id AS "questionId", answer.value
         FROM question_answer AS answer JOIN registration ON registration.id = answer.registration_id
        WHERE registration.invitation_id = ANY($1) AND answer.sensitive = $2`,
      [invitationIds, sensitive],
    );
  const places = new Map(questions.map((question, place) => [question.id, { question, place }]));
  const told = rows.flatMap(({ invitationId, questionId, value }) => {
    const found = places.get(questionId);
    if (found === undefined) return [];
    const { question, place } = found;
    return [
      {
        invitationId,
        place,
        questionId,
        label: question.label,
        value: inWords(question, value),
        given: value,
      },
    ];
  });
  const byInvitation = Map.groupBy(told, ({ invitationId }) => invitationId);
  return new Map(
    [...byInvitation].map(([id, own]) => [
      id,
      own
        .toSorted((one, other) => one.place - other.place)
        .map(({ questionId, label, value, given }) => ({ questionId, label, value, given })),
    ]),
  );
}

/**
 * Which required questions were left open with these invitations, in order. That a required question was answered says
 * nothing of anybody, so sensitive ones are among them. One query.
 */
export async function findOpenQuestions(
  reader: Reader,
  questions: readonly Question[],
  invitationIds: readonly Id[],
): Promise<(invitationId: Id) => readonly Question[]> {
  const required = questions.filter((question) => question.required);
  if (required.length === 0) return () => [];
  const rows: { invitationId: Id; questionIds: Id[] }[] = await reader.manager.query(
    `SELECT registration.invitation_id AS "invitationId", array_agg(answer.question_id) AS "questionIds"
       FROM question_answer AS answer JOIN registration ON registration.id = answer.registration_id
      WHERE registration.invitation_id = ANY($1)
      GROUP BY registration.invitation_id`,
    [invitationIds],
  );
  const answered = new Map(rows.map(({ invitationId, questionIds }) => [invitationId, questionIds]));
  return (invitationId) => required.filter(({ id }) => !answered.get(invitationId)?.includes(id));
}

/** An answer as people read it, in every language; what somebody wrote stays as it is. */
function inWords({ options }: Question, value: NonNullable<QuestionValue>): LocalizedText {
  const labels = [value].flat().map((one) => options.find(({ id }) => id === one)?.label);
  return Object.fromEntries(
    languages.map((language) => {
      if (typeof value === 'boolean')
        return [language, translator(language)(value ? 'questions.yes' : 'questions.no')];
      if (typeof value === 'string' && labels[0] === undefined) return [language, value];
      return [language, labels.map((label) => label?.[language] ?? label?.de ?? label?.en ?? '').join(', ')];
    }),
  );
}
