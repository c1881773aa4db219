import type { ReactElement } from 'react';
import { errorText, formatMoment, translator } from '#i18n';
import { Page, Ring } from './page.js';
import { StateNotice } from './parts/state-notice.js';
import { MeetingBelow, MeetingHead } from './parts/meeting-head.js';
import type { ConfirmedView, ConfirmView, LapsedView } from './views/open-registration.view.js';

/**
 * `/r/confirm/:token`: was it them? The box has to be ticked first: mail scanners submit forms, and one with a single
 * button would register its reader.
 */
export function ConfirmPage({ view }: { view: ConfirmView }): ReactElement {
  const t = translator(view.frame.language);
  const { meeting, person, problem, until, zone } = view;
  return (
    <Page frame={view.frame} title={t('pages.confirm.title', { title: meeting.title.text })}>
      {problem !== null && (
        <div className="problem" role="alert" aria-labelledby="problem">
          <h2 id="problem">{t('pages.confirm.problem')}</h2>
          <p>
            <a href="#question">{errorText(t, problem.code, problem.params)}</a>
          </p>
        </div>
      )}
      <MeetingHead meeting={meeting} t={t} kicker={null} />
      <section className="ask ruled">
        <h2 id="question">{t('pages.confirm.question')}</h2>
        <p>
          {t('pages.confirm.for')} <strong>{person}</strong>.{' '}
          {t('pages.confirm.until', { moment: formatMoment(until, zone, t.language) })}
        </p>
        <form method="post" action={view.action} className="late">
          <label>
            <input type="checkbox" name="confirm" value="yes" required /> {t('pages.confirm.tick')}
          </label>
          <button type="submit" className="button">
            {t('pages.confirm.send')}
          </button>
        </form>
        <p className="quiet below">{t('pages.confirm.not-me')}</p>
      </section>
    </Page>
  );
}

/** The link has done its work: how the registration stands is on its own page. */
export function ConfirmedPage({ view }: { view: ConfirmedView }): ReactElement {
  const t = translator(view.frame.language);
  const { meeting, registrationUrl, meetingUrl } = view;
  const isThere = registrationUrl !== null;
  return (
    <Page frame={view.frame} title={t('pages.confirm.done.title')}>
      <StateNotice
        tone={isThere ? 'good' : 'calm'}
        sentence={t('pages.confirm.done.title')}
        next={t(isThere ? 'pages.confirm.done.text' : 'pages.confirm.done.gone')}
        main
      />
      <p className="actions">
        <a className="button" href={registrationUrl ?? meetingUrl}>
          {t(isThere ? 'pages.confirm.done.open' : 'pages.confirm.again')}
        </a>
      </p>
      <MeetingBelow meeting={meeting} t={t} />
    </Page>
  );
}

/** The link is no longer good; the way to register again. */
export function LapsedPage({ view }: { view: LapsedView }): ReactElement {
  const t = translator(view.frame.language);
  return (
    <Page frame={view.frame} title={t('pages.confirm.lapsed.title')}>
      <div className="center">
        <Ring />
        <h1>{t('pages.confirm.lapsed.title')}</h1>
        <p className="lead">{t('pages.confirm.lapsed.text')}</p>
      </div>
      <p className="actions">
        <a className="button" href={view.meetingUrl}>
          {t('pages.confirm.again')}
        </a>
      </p>
    </Page>
  );
}
