import { sensitiveKinds } from '#contracts';
import { insertRows } from '#database';
import type { Tx } from '#database';
import type { Meeting } from '#meetings';
import type { DecidedAnswer } from '../answers/decide-answers.js';
import { QuestionAnswer } from '../tables/question-answer.entity.js';
import { isBlank } from './question-values.rules.js';

/**
 * Keeps what people answered to the meeting's questions, in the transaction that decides their answer; what was answered
 * before goes. Whoever does not come need not have told us anything.
 */
export async function writeQuestionAnswers(
  tx: Tx,
  { questions }: Pick<Meeting, 'questions'>,
  answers: readonly DecidedAnswer[],
): Promise<void> {
  const told = answers.filter(({ incoming, state }) => incoming.values != null || state === 'declined');
  if (questions.length === 0 || told.length === 0) return;
  await tx.manager.query('DELETE FROM question_answer WHERE registration_id = ANY($1)', [
    told.map(({ registrationId }) => registrationId),
  ]);
  const rows = told.flatMap(({ registrationId, incoming, state }) =>
    questions.flatMap(({ id, kind }): QuestionAnswer[] => {
      const value = incoming.values?.[id] ?? null;
      if (value === null || isBlank(value) || state === 'declined') return [];
      return [{ registrationId, questionId: id, value, sensitive: sensitiveKinds.has(kind) }];
    }),
  );
  await insertRows(tx, QuestionAnswer, rows);
}
