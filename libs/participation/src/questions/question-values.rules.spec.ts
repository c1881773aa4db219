import type { Question, QuestionValue } from '#contracts';
import { checkQuestionValues } from './question-values.rules.js';

const question = (kind: Question['kind'], required = false): Question => ({
  id: kind,
  kind,
  label: { de: kind },
  options: kind === 'choice' || kind === 'several' ? ['a', 'b'].map((id) => ({ id, label: { de: id } })) : [],
  required,
});
const problem = (kind: Question['kind'], value: QuestionValue) =>
  checkQuestionValues([question(kind)], { [kind]: value }, { answer: 'yes', entered: false })[0]?.code ??
  null;

it.each<[Question['kind'], QuestionValue, string | null]>([
  ['text', 'Guten Tag', null],
  ['text', true, 'question.wrong-kind'],
  ['diet', 'vegan', null],
  ['access', ['a'], 'question.wrong-kind'],
  ['yes-no', false, null],
  ['yes-no', 'nein', 'question.wrong-kind'],
  ['choice', 'b', null],
  ['choice', 'c', 'question.unknown-option'],
  ['several', ['a', 'b'], null],
  ['several', ['a', 'c'], 'question.unknown-option'],
  ['several', 'a', 'question.wrong-kind'],
  ['several', [], null],
])('%s answered by %j: %s', (kind, value, expected) => {
  expect(problem(kind, value)).toBe(expected);
});

it('wants what is required from whoever comes, not from whoever declines or is entered by the host', () => {
  const asked = [question('text', true), question('several', true), question('diet')];
  const missing = (answer: 'yes' | 'no' | 'maybe', entered = false) =>
    checkQuestionValues(asked, { text: '' }, { answer, entered }).map(({ questionId }) => questionId);
  expect(missing('yes')).toEqual(['text', 'several']);
  expect([missing('no'), missing('maybe'), missing('yes', true)]).toEqual([[], [], []]);
});

it('refuses answers to what was not asked', () => {
  expect(checkQuestionValues([], { other: 'x' }, { answer: 'no', entered: true })).toEqual([
    { questionId: 'other', code: 'question.unknown' },
  ]);
});
