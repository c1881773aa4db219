import type { ReactElement } from 'react';
import { formatList, translator } from '#i18n';
import { Page } from './page.js';
import { MeetingDetails, MeetingHead } from './parts/meeting-head.js';
import { StateNotice } from './parts/state-notice.js';
import type { MeetingPageView } from './views/public.view.js';

/** `/m/:slug`: a meeting for everybody. */
export function MeetingPage({ view }: { view: MeetingPageView }): ReactElement {
  const t = translator(view.frame.language);
  const { meeting, over } = view;
  const cancelled = meeting.state === 'cancelled';
  return (
    <Page frame={view.frame} title={meeting.title.text}>
      <MeetingHead meeting={meeting} t={t} kicker={formatList(meeting.hosts, t.language) || null} />
      {cancelled && <StateNotice tone="bad" sentence={t('pages.meeting.cancelled-text')} next={null} />}
      {over && !cancelled && <StateNotice tone="calm" sentence={t('pages.meeting.over-text')} next={null} />}
      {!over && !cancelled && (
        <>
          <p>{t('pages.meeting.by-invitation')}</p>
          <p className="actions">
            <a className="button" href={view.calendarUrl}>
              {t('pages.calendar.add')}
            </a>
          </p>
        </>
      )}
      <MeetingDetails meeting={meeting} t={t} />
      {view.series !== null && (
        <p className="ruled">
          <a href={view.series.url} lang={view.series.name.language}>
            {t('pages.meeting.series', { series: view.series.name.text })}
          </a>
        </p>
      )}
    </Page>
  );
}
