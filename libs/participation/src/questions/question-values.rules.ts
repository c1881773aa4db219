import type { AnswerValue, Question, QuestionValue, QuestionValues } from '#contracts';
import type { Id } from '#kernel';

/** What is wrong with the answer to a question. */
export interface QuestionProblem {
  readonly questionId: Id;
  readonly code: 'question.required' | 'question.unknown-option' | 'question.wrong-kind' | 'question.unknown';
}

/**
 * What is wrong with answers to a meeting's questions, in the order of the questions. Whoever comes has to answer what is
 * required, unless it is `entered` for them: a host who takes an answer by telephone cannot ask everything.
 */
export function checkQuestionValues(
  questions: readonly Question[],
  values: QuestionValues,
  { answer, entered }: { readonly answer: AnswerValue; readonly entered: boolean },
): readonly QuestionProblem[] {
  const known = new Map(questions.map((question) => [question.id, question]));
  const unknown = Object.keys(values).filter((id) => !known.has(id));
  const mustAnswer = answer === 'yes' && !entered;
  return [
    ...questions.flatMap((question) => {
      const value = values[question.id] ?? null;
      const code = isBlank(value) ? blankProblem(question, mustAnswer) : valueProblem(question, value);
      return code === null ? [] : [{ questionId: question.id, code }];
    }),
    ...unknown.map((questionId) => ({ questionId, code: 'question.unknown' as const })),
  ];
}

/** Whether nothing was answered: left open, no text, nothing chosen. */
export function isBlank(value: QuestionValue): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function blankProblem({ required }: Question, mustAnswer: boolean): QuestionProblem['code'] | null {
  return required && mustAnswer ? 'question.required' : null;
}

function valueProblem(question: Question, value: QuestionValue): QuestionProblem['code'] | null {
  const isOption = (id: unknown) => question.options.some((option) => option.id === id);
  switch (question.kind) {
    case 'yes-no':
      return typeof value === 'boolean' ? null : 'question.wrong-kind';
    case 'choice':
      return isOption(value) ? null : 'question.unknown-option';
    case 'several':
      if (!Array.isArray(value)) return 'question.wrong-kind';
      return value.every(isOption) ? null : 'question.unknown-option';
    case 'text':
    case 'diet':
    case 'access':
      return typeof value === 'string' ? null : 'question.wrong-kind';
  }
}
