import type { AnswerValue, Question, QuestionValues } from '#contracts';
import { FieldsError } from '#kernel';
import { checkQuestionValues } from '#participation';

interface Entered {
  readonly answer: AnswerValue;
  readonly values: QuestionValues | null;
}

/** Refuses what cannot be an answer to a meeting's questions. Hosts may leave required ones open. */
export function assertEnteredValues(questions: readonly Question[], { answer, values }: Entered): void {
  const problems = checkQuestionValues(questions, values ?? {}, { answer, entered: true });
  if (problems.length === 0) return;
  throw new FieldsError(
    problems.map(({ questionId, code }) => ({ pointer: `/values/${questionId}`, code, params: {} })),
  );
}
