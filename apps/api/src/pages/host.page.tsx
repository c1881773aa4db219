import type { ReactElement, ReactNode } from 'react';
import { errorText, formatMoment, translator } from '#i18n';
import type { Translator } from '#i18n';
import { Page } from './page.js';
import { MeetingCard } from './parts/meeting-head.js';
import { StateNotice } from './parts/state-notice.js';
import type { NoticeTone } from './parts/state-notice.js';
import { langOf } from './parts/written.js';
import type { HostState, HostView } from './views/host.view.js';

interface PartProps {
  readonly view: HostView;
  readonly t: Translator;
}

const tones: Readonly<Record<HostState, NoticeTone>> = {
  confirmed: 'good',
  declined: 'calm',
  lapsed: 'calm',
  withdrawn: 'calm',
  over: 'calm',
  'swap-waiting': 'wait',
  'swap-done': 'good',
  'swap-refused': 'calm',
  'swap-lapsed': 'calm',
  'swap-withdrawn': 'calm',
  'swap-taken-back': 'calm',
};

/** `/h/:token`: a host takes a date or does not, or agrees to a swap; reading it changes nothing. */
export function HostPage({ view }: { view: HostView }): ReactElement {
  const t = translator(view.frame.language);
  const { kind, series, state, host, keeper, dates } = view;
  const title = t(`pages.host.${kind}.title`, { series });
  return (
    <Page frame={view.frame} title={title}>
      <Problem view={view} t={t} />
      <div className="whom">
        <p>
          {t('pages.host.for')} <strong>{host}</strong>.
        </p>
      </div>
      <p className="kicker">{t('pages.host.kicker', { keeper })}</p>
      <h1>{title}</h1>
      <p className="lead">{t(`pages.host.${kind}.intro`, { host })}</p>
      {dates.map((date, index) => (
        <HostedDate key={date.host} date={date} index={index} view={view} t={t} />
      ))}
      <section className="ask ruled">
        {state === null ? (
          <Question view={view} t={t} />
        ) : (
          <StateNotice
            tone={tones[state]}
            sentence={t(`pages.host.state.${state}`)}
            next={t(`pages.host.state.${state}-next`, { keeper })}
          />
        )}
      </section>
    </Page>
  );
}

function HostedDate({
  date: { meeting, host },
  index,
  view,
  t,
}: PartProps & { readonly date: HostView['dates'][number]; readonly index: number }): ReactNode {
  return (
    <section className="ruled">
      <h2 {...langOf(meeting.title, t.language)}>{meeting.title.text}</h2>
      {view.kind === 'swap' && (
        <p className="quiet">
          {t(index === 0 ? 'pages.host.swap.own' : 'pages.host.swap.other')}
          {index > 0 && ` (${t('pages.host.swap.host', { host })})`}
        </p>
      )}
      <MeetingCard meeting={meeting} t={t} withHosts={false} />
    </section>
  );
}

function Question({ view, t }: PartProps): ReactNode {
  const { kind, action, deadline, zone, problem } = view;
  const wrong = problem?.field === 'reason' ? problem : null;
  return (
    <form method="post" action={action}>
      <h2 id="question">{t(`pages.host.${kind}.question`)}</h2>
      <details open={problem !== null && problem.reason !== ''}>
        <summary>{t('pages.host.reason')}</summary>
        <div>
          <label htmlFor="reason">{t('pages.host.reason')}</label>
          <p id="reason-hint" className="quiet">
            {t('pages.host.reason-hint')}
          </p>
          {wrong !== null && (
            <p id="reason-problem" className="wrong">
              {errorText(t, wrong.code, { maximum: 500 })}
            </p>
          )}
          <textarea
            id="reason"
            name="reason"
            rows={3}
            defaultValue={problem?.reason ?? ''}
            aria-invalid={wrong !== null || undefined}
            aria-describedby={wrong === null ? 'reason-hint' : 'reason-problem reason-hint'}
          />
        </div>
      </details>
      <fieldset className="choices" aria-labelledby="question">
        {(['confirm', 'decline'] as const).map((decision) => (
          <button key={decision} type="submit" name="decision" value={decision} className="choice">
            {t(`pages.host.${kind}.${decision}`)}
          </button>
        ))}
      </fieldset>
      <p className="quiet">{t('pages.host.by', { moment: formatMoment(deadline, zone, t.language) })}</p>
    </form>
  );
}

function Problem({ view: { problem }, t }: PartProps): ReactNode {
  if (problem === null) return null;
  return (
    <div className="problem" role="alert" aria-labelledby="problem">
      <h2 id="problem">{t('pages.host.problem')}</h2>
      <ul>
        <li>
          <a href={problem.field === 'reason' ? '#reason' : '#question'}>
            {errorText(t, problem.code, { maximum: 500 })}
          </a>
        </li>
      </ul>
    </div>
  );
}
