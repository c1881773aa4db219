import type { ReactNode } from 'react';
import { errorText, type Translator } from '#i18n';
import type { PickedText } from '#kernel';
import type { QuestionView } from '../views/invitation.view.js';

interface QuestionFieldsProps {
  readonly questions: readonly QuestionView[];
  readonly t: Translator;
}

/** What the host asks of whoever comes; nothing is selected in advance. */
export function QuestionFields({ questions, t }: QuestionFieldsProps): ReactNode {
  if (questions.length === 0) return null;
  return (
    <div className="questions">
      <h3>{t('questions.page-title')}</h3>
      <p className="quiet">{t('questions.page-hint')}</p>
      {questions.map((question) => (
        <QuestionField key={question.id} question={question} t={t} />
      ))}
    </div>
  );
}

interface QuestionFieldProps {
  readonly question: QuestionView;
  readonly t: Translator;
}

function QuestionField({ question, t }: QuestionFieldProps): ReactNode {
  const { kind } = question;
  return kind === 'text' || kind === 'diet' || kind === 'access' ? (
    <TextField question={question} t={t} />
  ) : (
    <ChoiceField question={question} t={t} />
  );
}

function TextField({ question, t }: QuestionFieldProps): ReactNode {
  const { field, problem, value, isSensitive } = question;
  const described = [problem !== null && `${field}-problem`, isSensitive && `${field}-hint`].filter(
    (id) => id !== false,
  );
  return (
    <div className="asked">
      <label htmlFor={field}>
        <Label question={question} t={t} />
      </label>
      {isSensitive && (
        <p id={`${field}-hint`} className="quiet">
          {t('questions.sensitive-hint')}
        </p>
      )}
      <Problem question={question} t={t} />
      <textarea
        id={field}
        name={field}
        rows={2}
        maxLength={2000}
        defaultValue={typeof value === 'string' ? value : ''}
        aria-invalid={problem !== null || undefined}
        aria-describedby={described.length === 0 ? undefined : described.join(' ')}
      />
    </div>
  );
}

function ChoiceField({ question, t }: QuestionFieldProps): ReactNode {
  const { field, kind, value } = question;
  const chosen = [value].flat();
  const options =
    kind === 'yes-no'
      ? [
          { id: 'yes', label: { text: t('questions.yes'), language: t.language }, isChosen: value === true },
          { id: 'no', label: { text: t('questions.no'), language: t.language }, isChosen: value === false },
        ]
      : question.options.map((option) => ({ ...option, isChosen: chosen.includes(option.id) }));
  return (
    <fieldset id={field} className="asked">
      <legend>
        <Label question={question} t={t} />
      </legend>
      <Problem question={question} t={t} />
      {options.map(({ id, label, isChosen }) => (
        <label key={id} className="option">
          <input
            type={kind === 'several' ? 'checkbox' : 'radio'}
            name={field}
            value={id}
            defaultChecked={isChosen}
          />{' '}
          <Words words={label} t={t} />
        </label>
      ))}
    </fieldset>
  );
}

function Label({ question, t }: QuestionFieldProps): ReactNode {
  return (
    <>
      <Words words={question.label} t={t} />{' '}
      <span className="quiet">
        ({t(question.required ? 'questions.required-words' : 'questions.optional')})
      </span>
    </>
  );
}

/** Marked where it is in the other language. */
function Words({ words, t }: { readonly words: PickedText; readonly t: Translator }): ReactNode {
  return words.language === t.language ? words.text : <span lang={words.language}>{words.text}</span>;
}

function Problem({ question: { field, problem }, t }: QuestionFieldProps): ReactNode {
  if (problem === null) return null;
  return (
    <p id={`${field}-problem`} className="wrong">
      {errorText(t, problem)}
    </p>
  );
}
