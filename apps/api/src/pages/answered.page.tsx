import type { ReactElement } from 'react';
import { translator } from '#i18n';
import { Page } from './page.js';
import { AnswerState } from './parts/answer-state.js';
import { MeetingBelow } from './parts/meeting-head.js';
import type { AnsweredPageView } from './views/invitation.view.js';

/** The page after an answer: what it became, what happens next, the calendar, and the way back. */
export function AnsweredPage({ view }: { view: AnsweredPageView }): ReactElement {
  const t = translator(view.frame.language);
  const { answered, meeting } = view;
  const comes = answered.state !== 'declined' && answered.state !== 'cancelled';
  return (
    <Page frame={view.frame} title={t('pages.answered.title')}>
      <AnswerState answered={answered} address={view.address} t={t} main />
      {comes && (
        <p className="actions">
          <a className="button" href={view.calendarUrl}>
            {t('pages.calendar.add')}
          </a>
        </p>
      )}
      <p className="below">
        <a href={view.invitationUrl}>{t('pages.answered.back')}</a>
      </p>
      <MeetingBelow meeting={meeting} t={t} />
    </Page>
  );
}
