import { sensitiveKinds } from '#contracts';
import type { QuestionValues } from '#contracts';
import { insertRows } from '#database';
import type { Tx } from '#database';
import type { Id } from '#kernel';
import type { Meeting } from '#meetings';
import { QuestionAnswer } from '../tables/question-answer.entity.js';
import { isBlank } from './question-values.rules.js';

/** What somebody answered to the questions, with what became of their answer. */
export interface AnsweredQuestions {
  readonly registrationId: Id;
  /** Null: to none of them. */
  readonly values: QuestionValues | null;
  readonly comes: boolean;
}

/**
 * Keeps what people answered to the meeting's questions, in the transaction that decides their answer. To a question that
 * is not among the values, what was answered before stays: a host does not see all of it. Answers to what is asked no more
 * go, and whoever does not come need not have told us anything.
 */
export async function keepQuestionAnswers(
  tx: Tx,
  { questions }: Pick<Meeting, 'questions'>,
  answered: readonly AnsweredQuestions[],
): Promise<void> {
  const told = answered.filter(({ values, comes }) => values !== null || !comes);
  if (questions.length === 0 || told.length === 0) return;
  await tx.manager.query(
    `DELETE FROM question_answer AS answer
      USING json_to_recordset($1::json) AS told (registration_id uuid, kept uuid[])
      WHERE answer.registration_id = told.registration_id AND answer.question_id <> ALL(told.kept)`,
    [
      JSON.stringify(
        told.map(({ registrationId, values, comes }) => ({
          registration_id: registrationId,
          kept: comes ? questions.map(({ id }) => id).filter((id) => values?.[id] === undefined) : [],
        })),
      ),
    ],
  );
  const rows = told.flatMap(({ registrationId, values, comes }) =>
    questions.flatMap(({ id, kind }): QuestionAnswer[] => {
      const value = values?.[id] ?? null;
      if (value === null || isBlank(value) || !comes) return [];
      return [{ registrationId, questionId: id, value, sensitive: sensitiveKinds.has(kind) }];
    }),
  );
  await insertRows(tx, QuestionAnswer, rows);
}
