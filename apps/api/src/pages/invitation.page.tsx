import type { ReactElement, ReactNode } from 'react';
import { formatList, translator, type Translator } from '#i18n';
import { Page } from './page.js';
import { AnswerForm, AnswerProblem, LateDecline } from './parts/answer-form.js';
import { AnswerState } from './parts/answer-state.js';
import { Colleagues } from './parts/colleagues.js';
import { MeetingDetails, MeetingHead } from './parts/meeting-head.js';
import { StandingForm } from './parts/standing-form.js';
import { StateNotice } from './parts/state-notice.js';
import { TypedKept } from './parts/typed-kept.js';
import type { InvitationView } from './views/invitation.view.js';

interface PartProps {
  readonly view: InvitationView;
  readonly t: Translator;
}

/** `/i/:token`: for whom, who invites, what and when, the question with its answers, then all the rest. */
export function InvitationPage({ view }: { view: InvitationView }): ReactElement {
  const t = translator(view.frame.language);
  const { meeting, problem } = view;
  const title = t('pages.invitation.title', { title: meeting.title.text });
  const hosts = formatList(meeting.hosts, t.language);
  return (
    <Page
      frame={view.frame}
      title={problem === null ? title : t('pages.invitation.problem-title', { title })}
    >
      <AnswerProblem view={view} t={t} />
      <ForWhom view={view} t={t} />
      <MeetingHead
        meeting={meeting}
        t={t}
        kicker={hosts === '' ? null : t('pages.invitation.invites', { count: meeting.hosts.length, hosts })}
      />
      <section className="ask ruled">
        <Answer view={view} t={t} />
      </section>
      <Colleagues view={view} t={t} />
      {view.closed !== 'cancelled' && <StandingForm series={view.series} t={t} />}
      <MeetingDetails meeting={meeting} t={t} />
    </Page>
  );
}

function ForWhom({ view, t }: PartProps): ReactNode {
  const { person, inPlaceOf, publicUrl, meeting } = view;
  return (
    <div className="whom">
      <p>
        {t('pages.invitation.for')} <strong>{person}</strong>
        {inPlaceOf === null ? '.' : ` ${t('pages.invitation.in-place-of', { name: inPlaceOf })}`}
      </p>
      <details>
        <summary>{t('pages.invitation.not-me')}</summary>
        <p>
          {t('pages.invitation.not-me-text', { name: person })}{' '}
          {meeting.organiser !== null &&
            t('pages.invitation.not-me-contact', { contact: contactWords(view) })}{' '}
          {publicUrl !== null && <a href={publicUrl}>{t('pages.invitation.not-me-page')}</a>}
        </p>
      </details>
    </div>
  );
}

function Answer({ view, t }: PartProps): ReactNode {
  const { closed, answered } = view;
  if (closed !== null) return <Closed view={view} t={t} />;
  if (answered === null) return <Question view={view} t={t} />;
  // Another answer would be refused again: the hosts have decided.
  if (answered.cause === 'refused' && view.problem === null) {
    return <AnswerState answered={answered} address={view.address} t={t} />;
  }
  if (
    answered.toConfirmAgain ||
    answered.state === 'offered' ||
    view.problem !== null ||
    view.chosen !== null
  ) {
    return (
      <>
        <AnswerState answered={answered} address={view.address} t={t} />
        <section>
          <Question view={view} t={t} />
        </section>
      </>
    );
  }
  return <Settled view={view} t={t} />;
}

const HAS_DECLINED: ReadonlySet<string | undefined> = new Set(['declined', 'cancelled']);

function Closed({ view, t }: PartProps): ReactNode {
  const { closed } = view;
  if (closed === null) return null;
  if (closed === 'answer-by') return <Late view={view} t={t} />;
  return (
    <>
      <StateNotice
        tone={closed === 'cancelled' ? 'bad' : 'calm'}
        sentence={t(`pages.closed.${closed}`)}
        next={t(`pages.closed.${closed}-next`)}
      />
      <TypedKept typed={view.kept} t={t} />
    </>
  );
}

/** Answers were due: what was answered stands, and only a no can still be said. */
function Late({ view, t }: PartProps): ReactNode {
  const { answered, address } = view;
  const hasDeclined = HAS_DECLINED.has(answered?.state);
  const hasSeat = answered?.state === 'confirmed';
  return (
    <>
      {answered !== null && <AnswerState answered={answered} address={address} t={t} />}
      {!hasDeclined && (
        <>
          <StateNotice
            tone="calm"
            sentence={t('pages.closed.answer-by')}
            next={t(hasSeat ? 'pages.closed.answer-by-kept' : 'pages.closed.answer-by-next')}
          />
          {hasSeat && <Ways view={view} t={t} />}
          <LateDecline view={view} t={t} />
        </>
      )}
      <TypedKept typed={view.kept} t={t} />
    </>
  );
}

function Question({ view, t }: PartProps): ReactNode {
  const { chosen } = view;
  return (
    <>
      <h2 id="question">{t('pages.invitation.question')}</h2>
      {chosen !== null && (
        <p id="chosen">{t('pages.invitation.chosen', { answer: t(`common.choice.${chosen}`) })}</p>
      )}
      <AnswerForm view={view} t={t} />
    </>
  );
}

function Settled({ view, t }: PartProps): ReactNode {
  const { answered } = view;
  if (answered === null) return null;
  const comes = answered.state !== 'declined' && answered.state !== 'cancelled';
  return (
    <>
      <AnswerState answered={answered} address={view.address} t={t} />
      {comes && <Ways view={view} t={t} />}
      <details className="change">
        <summary>{t('pages.invitation.change')}</summary>
        <div>
          <Question view={view} t={t} />
        </div>
      </details>
    </>
  );
}

/** To the calendar and to one's registration. */
function Ways({ view: { calendarUrl, registrationUrl }, t }: PartProps): ReactNode {
  return (
    <p className="actions">
      <a className="button" href={calendarUrl}>
        {t('pages.calendar.add')}
      </a>
      {registrationUrl !== null && <a href={registrationUrl}>{t('pages.registration.mine')}</a>}
    </p>
  );
}

function contactWords({ meeting }: InvitationView): string {
  const { organiser } = meeting;
  if (organiser === null) return '';
  const way = organiser.email ?? organiser.phone;
  return way === null ? organiser.name : `${organiser.name} (${way})`;
}
