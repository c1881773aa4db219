import type { ReactElement, ReactNode } from 'react';
import { errorText, formatMoment, formatWhen, placeInOneLine, translator } from '#i18n';
import { Page, Ring } from './page.js';
import { PollForm } from './parts/poll-form.js';
import { PollOthers, PollResult } from './parts/poll-result.js';
import { StateNotice } from './parts/state-notice.js';
import { langOf, Prose } from './parts/written.js';
import type { PollPartProps, PollProblemView, PollView } from './views/poll.view.js';

/** `/p/:token`: which dates suit, and how the others answered. */
export function PollPage({ view }: { view: PollView }): ReactElement {
  const t = translator(view.frame.language);
  const title = t('polls.page.title', { title: view.title.text });
  return (
    <Page frame={view.frame} title={title}>
      <Problem view={view} t={t} />
      <ForWhom view={view} t={t} />
      <p className="kicker">{t('polls.page.asks', { host: view.host })}</p>
      <h1 {...langOf(view.title, t.language)}>{view.title.text}</h1>
      {view.place !== null && <p className="below">{placeInOneLine(view.place)}</p>}
      <section className="ask ruled">
        <Standing view={view} t={t} />
        {view.state === 'open' && <PollForm view={view} t={t} />}
      </section>
      <PollResult view={view} t={t} />
      <PollOthers view={view} t={t} />
      {view.description !== null && (
        <section className="ruled">
          <h2>{t('mail.facts.description')}</h2>
          <Prose text={view.description} language={t.language} />
        </section>
      )}
    </Page>
  );
}

/** The link of a poll that is unknown or long over. */
export function PollProblemPage({ view }: { view: PollProblemView }): ReactElement {
  const t = translator(view.frame.language);
  const title = t(`polls.page.${view.problem}-title`);
  return (
    <Page frame={view.frame} title={title}>
      <div className="center">
        <Ring />
        <h1>{title}</h1>
        <p className="lead">{t(`polls.page.${view.problem}-text`)}</p>
      </div>
    </Page>
  );
}

function Problem({ view, t }: PollPartProps): ReactNode {
  const { problem } = view;
  if (problem === null) return null;
  return (
    <div className="problem" role="alert" aria-labelledby="problem">
      <h2 id="problem">{t('polls.page.problem')}</h2>
      <ul>
        <li>
          <a href={`#${problem.field}`}>{errorText(t, problem.code)}</a>
        </li>
      </ul>
    </div>
  );
}

function ForWhom({ view: { person, contact }, t }: PollPartProps): ReactNode {
  return (
    <div className="whom">
      <p>
        {t('polls.page.for')} <strong>{person}</strong>.
      </p>
      <details>
        <summary>{t('polls.page.not-me')}</summary>
        <p>
          {t('polls.page.not-me-text', { name: person })}{' '}
          {contact !== null && t('polls.page.not-me-contact', { contact })}
        </p>
      </details>
    </div>
  );
}

function Standing({ view, t }: PollPartProps): ReactNode {
  const deadline = formatMoment(view.deadline, view.zone, t.language);
  if (view.state === 'decided') {
    const taken = view.options.find((option) => option.taken);
    const when = taken === undefined ? '' : formatWhen(taken.when, t.language);
    return (
      <StateNotice
        tone="good"
        sentence={t('polls.page.decided', { when })}
        next={t('polls.page.decided-next')}
      />
    );
  }
  if (view.state === 'closed') {
    return <StateNotice tone="calm" sentence={t('polls.page.closed')} next={t('polls.page.closed-next')} />;
  }
  if (view.saved) {
    return (
      <StateNotice
        tone="good"
        sentence={t('polls.page.saved')}
        next={t('polls.page.saved-next', { deadline })}
      />
    );
  }
  return null;
}
