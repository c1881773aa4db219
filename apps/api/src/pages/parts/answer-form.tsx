import type { ReactNode } from 'react';
import { errorText, formatMoment, type Translator } from '#i18n';
import { NoteField } from './note-field.js';
import { QuestionFields } from './question-fields.js';
import { SeatFields } from './seat-fields.js';
import type { InvitationView, QuestionView } from '../views/invitation.view.js';

const answers = ['yes', 'maybe', 'no'] as const;

interface AnswerFormProps {
  readonly view: InvitationView;
  readonly t: Translator;
}

/**
 * The question and its three answers, equal in look, none preselected; the choice of the mail gets the focus, unless
 * there is something to fill in above it first, past which the page would jump.
 */
export function AnswerForm({ view, t }: AnswerFormProps): ReactNode {
  const { action, answerBy, zone, chosen, problem, seats, questions, answered } = view;
  const asksFirst = chosen !== 'no' && (seats.contingents.length > 1 || questions.some(isOpen));
  const isHeld = answered !== null && answered.offeredUntil !== null;
  const by =
    answerBy === null || isHeld
      ? null
      : t('pages.invitation.answer-by', { moment: formatMoment(answerBy, zone, t.language) });
  return (
    <form method="post" action={action}>
      <SeatFields seats={view.seats} t={t} />
      <QuestionFields questions={view.questions} t={t} />
      <Note view={view} t={t} />
      <fieldset className="choices" aria-labelledby="question">
        {answers.map((answer) => (
          <button
            key={answer}
            type="submit"
            name="answer"
            value={answer}
            className="choice"
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the reader chose this answer in the mail a moment ago
            autoFocus={problem === null && chosen === answer && !asksFirst}
            aria-describedby={chosen === answer ? 'chosen' : undefined}
          >
            {t(`common.choice.${answer}`)}
          </button>
        ))}
        {view.substituteUrl !== null && (
          // Leads on to another form: what was typed as a note comes along, and nothing is required here.
          <button
            type="submit"
            name="answer"
            value="substitute"
            formAction={view.substituteUrl}
            formNoValidate
            className="choice"
          >
            {t('common.choice.substitute')}
          </button>
        )}
      </fieldset>
      <p className="quiet">
        {[by, t('pages.invitation.changeable')].filter((text) => text !== null).join(' ')}
      </p>
    </form>
  );
}

function isOpen({ required, value }: QuestionView): boolean {
  return required && value === null;
}

/**
 * Past answer-by only *no* is taken. It has to be ticked first: mail scanners submit forms, and one with a single
 * button would decline for its reader.
 */
export function LateDecline({ view, t }: AnswerFormProps): ReactNode {
  return (
    <form method="post" action={view.action} className="late" id="question">
      <label>
        <input type="checkbox" name="answer" value="no" required /> {t('pages.late.choice')}
      </label>
      <button type="submit" className="button">
        {t('pages.late.send')}
      </button>
    </form>
  );
}

interface AnswerProblemProps {
  readonly view: Pick<InvitationView, 'problem' | 'questions'>;
  readonly t: Translator;
  readonly heading?: string;
}

/** Says at the top what kept the answer from being saved, with a way to the field. */
export function AnswerProblem({
  view,
  t,
  heading = t('pages.invitation.problem'),
}: AnswerProblemProps): ReactNode {
  const { problem } = view;
  if (problem === null) return null;
  return (
    <div className="problem" role="alert" aria-labelledby="problem">
      <h2 id="problem">{heading}</h2>
      <ul>
        {problem.field !== 'questions' && (
          <li>
            <a href={problem.field === 'note' ? '#note' : '#question'}>
              {errorText(t, problem.code, problem.params)}
            </a>
          </li>
        )}
        {view.questions.map(
          (question) =>
            question.problem !== null && (
              <li key={question.id}>
                <a href={`#${question.field}`}>
                  {question.label.text} – {errorText(t, question.problem)}
                </a>
              </li>
            ),
        )}
      </ul>
    </div>
  );
}

function Note({ view, t }: AnswerFormProps): ReactNode {
  const { problem, answered } = view;
  const text = problem?.note ?? answered?.note ?? '';
  return <NoteField text={text} wrong={problem?.field === 'note' ? problem : null} t={t} />;
}
