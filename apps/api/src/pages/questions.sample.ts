import type { Language } from '#kernel';
import type { QuestionView } from './views/invitation.view.js';

/** One question of every kind; one was answered wrongly. */
export function sampleQuestions(language: Language): readonly QuestionView[] {
  const words = (de: string, en: string) => ({ text: language === 'de' ? de : en, language });
  const blank = { options: [], required: false, isSensitive: false, value: null, problem: null };
  const options = [
    { id: 'a', label: words('Werksführung', 'Tour of the plant') },
    { id: 'b', label: words('Abendessen', 'Dinner') },
  ];
  const kinds: readonly Partial<QuestionView>[] = [
    { kind: 'text', label: words('Worüber möchten Sie sprechen?', 'What would you like to talk about?') },
    {
      kind: 'choice',
      label: words('Woran nehmen Sie teil?', 'What do you take part in?'),
      options,
      required: true,
      problem: 'question.required',
    },
    { kind: 'several', label: words('Was noch?', 'What else?'), options, value: ['a'] },
    { kind: 'yes-no', label: words('Kommen Sie mit der Bahn?', 'Do you come by train?'), value: true },
    { kind: 'diet', label: words('Was essen Sie nicht?', 'What do you not eat?'), isSensitive: true },
  ];
  return kinds.map((question, index) => ({
    ...blank,
    id: String(index),
    field: `question-${index}`,
    kind: 'text',
    label: words('', ''),
    ...question,
  }));
}
