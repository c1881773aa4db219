import type { ReactNode } from 'react';
import { errorText, type Translator } from '#i18n';
import type { ContactField, OpenFormView } from '../views/open-registration.view.js';
import { QuestionFields } from './question-fields.js';
import { SeatFields } from './seat-fields.js';
import { StateNotice } from './state-notice.js';

interface OpenFormProps {
  readonly form: OpenFormView;
  readonly t: Translator;
}

const fields = [
  { name: 'givenName', label: 'pages.open.given-name', hint: null, autoComplete: 'given-name', type: 'text' },
  {
    name: 'familyName',
    label: 'pages.open.family-name',
    hint: null,
    autoComplete: 'family-name',
    type: 'text',
  },
  {
    name: 'address',
    label: 'pages.open.address',
    hint: 'pages.open.address-hint',
    autoComplete: 'email',
    type: 'email',
  },
  {
    name: 'organisation',
    label: 'pages.open.organisation',
    hint: 'pages.open.organisation-hint',
    autoComplete: 'organization',
    type: 'text',
  },
] as const;

/** Registering without an account: who comes, what the host asks, and what becomes of it. */
export function OpenForm({ form, t }: OpenFormProps): ReactNode {
  const { action, room, isLate } = form;
  if (isLate) {
    return <StateNotice tone="calm" sentence={t('pages.open.closed')} next={t('pages.open.closed-next')} />;
  }
  return (
    <section className="ask ruled">
      <h2 id="register">{t('pages.open.heading')}</h2>
      {room !== null && <p>{t(`pages.open.room.${room}`)}</p>}
      <p className="quiet">{t('pages.open.invited')}</p>
      <form method="post" action={action} noValidate>
        {fields.map((field) => (
          <Field key={field.name} field={field} form={form} t={t} />
        ))}
        <Honeypot t={t} />
        <SeatFields seats={form.seats} t={t} />
        <QuestionFields questions={form.questions} t={t} />
        <p className="quiet">{t('pages.open.data')}</p>
        <p className="actions">
          <button type="submit" className="button">
            {t('pages.open.send')}
          </button>
        </p>
      </form>
    </section>
  );
}

/** Says at the top what kept it from being sent, with a way to each field. */
export function OpenProblems({ form, t }: OpenFormProps): ReactNode {
  const { problems, questions } = form;
  const wrong = questions.filter(({ problem }) => problem !== null);
  if (problems.length === 0 && wrong.length === 0) return null;
  return (
    <div className="problem" role="alert" aria-labelledby="problem">
      <h2 id="problem">{t('pages.open.problem')}</h2>
      <ul>
        {problems.map(({ field, code, params }) => (
          <li key={field}>
            <a href={`#${field === 'form' ? 'register' : field}`}>
              {[labelOf(field, t), errorText(t, code, params)].filter((part) => part !== null).join(' – ')}
            </a>
          </li>
        ))}
        {wrong.map(({ id, field, label, problem }) => (
          <li key={id}>
            <a href={`#${field}`}>
              {label.text} – {errorText(t, problem ?? '')}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function labelOf(field: ContactField | 'form', t: Translator): string | null {
  const found = fields.find(({ name }) => name === field);
  return found === undefined ? null : t(found.label);
}

function Field({ field, form, t }: OpenFormProps & { readonly field: (typeof fields)[number] }): ReactNode {
  const { name, label, hint, autoComplete, type } = field;
  const problem = form.problems.find((one) => one.field === name);
  const described = [problem !== undefined && `${name}-problem`, hint !== null && `${name}-hint`];
  return (
    <div className="asked">
      <label htmlFor={name}>{t(label)}</label>
      {hint !== null && (
        <p id={`${name}-hint`} className="quiet">
          {t(hint)}
        </p>
      )}
      {problem !== undefined && (
        <p id={`${name}-problem`} className="wrong">
          {errorText(t, problem.code, problem.params)}
        </p>
      )}
      <input
        id={name}
        name={name}
        type={type}
        autoComplete={autoComplete}
        required={hint !== 'pages.open.organisation-hint'}
        defaultValue={form.typed[name]}
        aria-invalid={problem !== undefined || undefined}
        aria-describedby={described.filter((id) => id !== false).join(' ') || undefined}
      />
    </div>
  );
}

/** Programs fill in every field they find; people neither see this one nor reach it by keyboard. */
function Honeypot({ t }: { readonly t: Translator }): ReactNode {
  return (
    <div className="apart" aria-hidden="true">
      <label htmlFor="homepage">{t('pages.open.honeypot')}</label>
      <input id="homepage" name="homepage" type="text" tabIndex={-1} autoComplete="off" />
    </div>
  );
}
