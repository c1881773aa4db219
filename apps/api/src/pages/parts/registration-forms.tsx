import type { ReactNode } from 'react';
import type { Translator } from '#i18n';
import type { RegistrationView } from '../views/registration.view.js';
import { QuestionFields } from './question-fields.js';
import { SeatFields } from './seat-fields.js';

interface FormProps {
  readonly view: RegistrationView;
  readonly t: Translator;
}

/** A seat is held: it is taken with what is asked for, or given back. */
export function OfferForm({ view, t }: FormProps): ReactNode {
  if (!view.can.take) return null;
  return (
    <form method="post" action={view.action} id="question">
      <SeatFields seats={view.seats} t={t} />
      <QuestionFields questions={view.questions} t={t} />
      <div className="choices two">
        <button type="submit" name="do" value="take" className="choice">
          {t('pages.registration.take')}
        </button>
        <button type="submit" name="do" value="give-back" className="choice" formNoValidate>
          {t('pages.registration.give-back')}
        </button>
      </div>
    </form>
  );
}

/** Companions, the kind of seat and what the host asks; nothing where a meeting asks for none of it. */
export function ChangeForm({ view, t }: FormProps): ReactNode {
  const { seats, questions, can, problem } = view;
  const hasFields = seats.companions !== null || seats.contingents.length > 1 || questions.length > 0;
  if (!can.change || !hasFields) return null;
  return (
    <details className="change" open={problem !== null && problem.field !== 'note'}>
      <summary>{t('pages.registration.change')}</summary>
      <form method="post" action={view.action} id="question">
        <SeatFields seats={seats} t={t} />
        <QuestionFields questions={questions} t={t} />
        <p className="actions">
          <button type="submit" name="do" value="change" className="button">
            {t('pages.registration.change-save')}
          </button>
        </p>
      </form>
    </details>
  );
}

/** Asks once: the box has to be ticked, since mail scanners submit forms. */
export function CancelForm({ view, t }: FormProps): ReactNode {
  const { can, answered, action } = view;
  if (!can.cancel) return null;
  const waits = answered.state === 'waitlisted';
  return (
    <details className="change">
      <summary>{t(waits ? 'pages.registration.cancel-line' : 'pages.registration.cancel')}</summary>
      <form method="post" action={action} className="late">
        <input type="hidden" name="do" value="cancel" />
        <label>
          <input type="checkbox" name="sure" value="yes" required />{' '}
          {t(waits ? 'pages.registration.cancel-line-tick' : 'pages.registration.cancel-tick')}
        </label>
        <button type="submit" className="button">
          {t(waits ? 'pages.registration.cancel-line' : 'pages.registration.cancel-send')}
        </button>
      </form>
    </details>
  );
}
