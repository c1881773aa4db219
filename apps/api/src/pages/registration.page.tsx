import type { ReactElement, ReactNode } from 'react';
import { translator, type Translator } from '#i18n';
import { Page } from './page.js';
import { AnswerProblem } from './parts/answer-form.js';
import { AnswerState } from './parts/answer-state.js';
import { MeetingDetails, MeetingHead } from './parts/meeting-head.js';
import { CancelForm, ChangeForm, OfferForm } from './parts/registration-forms.js';
import { StateNotice } from './parts/state-notice.js';
import { TypedKept } from './parts/typed-kept.js';
import type { RegistrationView } from './views/registration.view.js';

interface PartProps {
  readonly view: RegistrationView;
  readonly t: Translator;
}

/** `/r/:token`: how it stands, what is shown at the door, what can be changed, what is kept. */
export function RegistrationPage({ view }: { view: RegistrationView }): ReactElement {
  const t = translator(view.frame.language);
  const { meeting, problem } = view;
  const title = t('pages.registration.title', { title: meeting.title.text });
  return (
    <Page
      frame={view.frame}
      title={problem === null ? title : t('pages.invitation.problem-title', { title })}
    >
      <AnswerProblem view={view} t={t} heading={t('pages.registration.problem')} />
      {view.isSaved && <output className="saved">{t('pages.registration.saved')}</output>}
      <MeetingHead meeting={meeting} t={t} kicker={t('pages.registration.kicker')} />
      <section className="ask ruled">
        <p>
          {t('pages.registration.for')} <strong>{view.person}</strong>.
        </p>
        <Standing view={view} t={t} />
        <TypedKept typed={view.kept} t={t} />
        <Certificate view={view} t={t} />
        <OfferForm view={view} t={t} />
        <Entry view={view} t={t} />
        <Ways view={view} t={t} />
        <ChangeForm view={view} t={t} />
        <CancelForm view={view} t={t} />
      </section>
      <MeetingDetails meeting={meeting} t={t} />
      <Kept view={view} t={t} />
    </Page>
  );
}

function Standing({ view, t }: PartProps): ReactNode {
  const { closed, answered, address } = view;
  if (closed === 'cancelled' || closed === 'over') {
    return (
      <StateNotice
        tone={closed === 'cancelled' ? 'bad' : 'calm'}
        sentence={t(`pages.closed.${closed}`)}
        next={t(`pages.closed.${closed}-next`)}
      />
    );
  }
  return <AnswerState answered={answered} address={address} t={t} />;
}

function Certificate({ view: { certificateUrl }, t }: PartProps): ReactNode {
  if (certificateUrl === null) return null;
  return (
    <section>
      <p>{t('pages.registration.was-there')}</p>
      <p className="actions">
        <a className="button" href={certificateUrl}>
          {t('pages.registration.certificate')}
        </a>
      </p>
    </section>
  );
}

function Entry({ view: { entry }, t }: PartProps): ReactNode {
  if (entry === null) return null;
  const { code, picture } = entry;
  return (
    <section className="entry">
      <h2>{t('pages.registration.code')}</h2>
      <svg
        className="code"
        aria-hidden="true"
        viewBox={`0 -.5 ${picture.size} ${picture.size}`}
        width="176"
        height="176"
      >
        <path stroke="#000" d={picture.path} />
      </svg>
      <p className="spelt">{code}</p>
      <p className="quiet">{t('pages.registration.code-text')}</p>
    </section>
  );
}

function Ways({ view, t }: PartProps): ReactNode {
  const { answered, calendarUrl, invitationUrl, closed } = view;
  const isGone = answered.state === 'declined' || answered.state === 'cancelled';
  const isRefused = answered.cause === 'refused';
  if (closed === 'cancelled' || closed === 'over') return null;
  return (
    <p className="actions">
      {!isGone && (
        <a className="button" href={calendarUrl}>
          {t('pages.calendar.add')}
        </a>
      )}
      {((isGone && !isRefused) || answered.toConfirmAgain) && closed === null && (
        <a className="button" href={invitationUrl}>
          {t('pages.registration.invitation')}
        </a>
      )}
    </p>
  );
}

/** What is kept and how long, as the register of personal data has it. */
function Kept({ view: { meeting, hasRegisteredThemselves }, t }: PartProps): ReactNode {
  const { organiser } = meeting;
  return (
    <section className="ruled kept">
      <h2>{t('pages.registration.data.heading')}</h2>
      <ul>
        <li>{t('pages.registration.data.what')}</li>
        <li>{t('pages.registration.data.who')}</li>
        {hasRegisteredThemselves && <li>{t('pages.registration.data.typed')}</li>}
        <li>{t('pages.registration.data.until')}</li>
        {organiser !== null && (
          <li>
            {t('pages.registration.data.contact', {
              contact: organiser.email === null ? organiser.name : `${organiser.name} (${organiser.email})`,
            })}
          </li>
        )}
      </ul>
    </section>
  );
}
