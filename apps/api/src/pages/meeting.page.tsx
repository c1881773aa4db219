import type { ReactElement, ReactNode } from 'react';
import { formatList, translator, type Translator } from '#i18n';
import { Page } from './page.js';
import { MeetingDetails, MeetingHead } from './parts/meeting-head.js';
import { OpenForm, OpenProblems } from './parts/open-form.js';
import { StateNotice } from './parts/state-notice.js';
import { TypedKept } from './parts/typed-kept.js';
import type { OpenFormView } from './views/open-registration.view.js';
import type { MeetingPageView } from './views/public.view.js';

/** `/m/:slug`: a meeting for everybody. */
export function MeetingPage({ view }: { view: MeetingPageView }): ReactElement {
  const t = translator(view.frame.language);
  const { meeting, over, form } = view;
  const isWrong = form !== null && hasProblem(form);
  const cancelled = meeting.state === 'cancelled';
  return (
    <Page
      frame={view.frame}
      title={isWrong ? t('pages.open.problem-title', { title: meeting.title.text }) : meeting.title.text}
    >
      {form !== null && <OpenProblems form={form} t={t} />}
      <MeetingHead meeting={meeting} t={t} kicker={formatList(meeting.hosts, t.language) || null} />
      {cancelled && <StateNotice tone="bad" sentence={t('pages.meeting.cancelled-text')} next={null} />}
      {over && !cancelled && <StateNotice tone="calm" sentence={t('pages.meeting.over-text')} next={null} />}
      <TypedKept typed={view.kept} t={t} />
      {!over && !cancelled && <Coming view={view} t={t} />}
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

function Coming({ view: { form, calendarUrl }, t }: { view: MeetingPageView; t: Translator }): ReactNode {
  return (
    <>
      {form === null && <p>{t('pages.meeting.by-invitation')}</p>}
      <p className="actions">
        <a className="button" href={calendarUrl}>
          {t('pages.calendar.add')}
        </a>
      </p>
      {form !== null && <OpenForm form={form} t={t} />}
    </>
  );
}

function hasProblem({ problems, questions }: OpenFormView): boolean {
  return problems.length > 0 || questions.some(({ problem }) => problem !== null);
}
