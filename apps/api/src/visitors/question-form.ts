import { questionValue } from '#contracts';
import type { AnswerValue, Question, QuestionValue, QuestionValues } from '#contracts';
import { checkQuestionValues } from '#participation';
import type { QuestionProblem } from '#participation';

/** What was typed to a meeting's questions, and what is wrong with it: that is among the values, to be shown again. */
export interface TypedAnswers {
  readonly values: QuestionValues;
  readonly problems: readonly (Pick<QuestionProblem, 'questionId'> & { readonly code: string })[];
}

/** The name of a question's field in the form of the invitee's page. */
export function fieldOf({ id }: Pick<Question, 'id'>): string {
  return `question-${id}`;
}

/** Reads the fields of the questions from a posted form. */
export function readAnswers(
  questions: readonly Question[],
  typed: Readonly<Record<string, unknown>>,
  answer: AnswerValue,
): TypedAnswers {
  const read = questions.map((question) => {
    const sent = valueOf(question, typed[fieldOf(question)]);
    return { question, sent, parsed: questionValue.safeParse(sent) };
  });
  const unreadable = read.flatMap(({ question, parsed }) =>
    parsed.success
      ? []
      : [{ questionId: question.id, code: parsed.error.issues[0]?.message ?? 'question.wrong-kind' }],
  );
  const values = Object.fromEntries(
    read.map(({ question, sent, parsed }) => [question.id, parsed.success ? parsed.data : sent]),
  );
  const wrong = checkQuestionValues(questions, values, { answer, entered: false }).filter(
    ({ questionId }) => !unreadable.some((one) => one.questionId === questionId),
  );
  return { values, problems: [...unreadable, ...wrong] };
}

/** A browser sends nothing for what is not ticked, and one text where one box is. */
function valueOf({ kind }: Question, sent: unknown): QuestionValue {
  const texts = [sent].flat().filter((one) => typeof one === 'string');
  if (kind === 'several') return texts;
  const [text = ''] = texts;
  if (text.trim() === '') return null;
  if (kind === 'yes-no' && (text === 'yes' || text === 'no')) return text === 'yes';
  return text;
}
