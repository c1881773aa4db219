import type { ReactElement, ReactNode } from 'react';
import { translator } from '#i18n';
import { Page, Ring } from './page.js';
import { Contact } from './parts/meeting-facts.js';
import { TypedKept } from './parts/typed-kept.js';
import type { TokenProblemView } from './views/invitation.view.js';
import type { PageFrame } from './views/page-frame.view.js';
import type { ErrorPageView } from './views/public.view.js';

/** There is nothing at this address. */
export function NotFoundPage({ frame }: { frame: PageFrame }): ReactElement {
  const t = translator(frame.language);
  return (
    <Refusal frame={frame} title={t('pages.not-found.title')} text={t('pages.not-found.text')}>
      <p className="actions">
        <a className="button" href={frame.site.home}>
          {t('pages.not-found.home')}
        </a>
      </p>
    </Refusal>
  );
}

/** The link of an invitation that is unknown, withdrawn or expired: what to do now. */
export function TokenProblemPage({ view }: { view: TokenProblemView }): ReactElement {
  const t = translator(view.frame.language);
  return (
    <Refusal
      frame={view.frame}
      title={t(`pages.token.${view.problem}.title`)}
      text={t(`pages.token.${view.problem}.text`)}
    >
      <TypedKept typed={view.kept ?? null} t={t} />
      {view.contact !== null && (
        <section className="ruled">
          <h2>{t('pages.facts.contact')}</h2>
          <Contact contact={view.contact} />
        </section>
      )}
    </Refusal>
  );
}

/** Something broke, or somebody was too quick. */
export function ErrorPage({ view }: { view: ErrorPageView }): ReactElement {
  const t = translator(view.frame.language);
  const busy = view.kind === 'busy';
  return (
    <Refusal
      frame={view.frame}
      title={t(busy ? 'pages.error.busy.title' : 'pages.error.title')}
      text={t(busy ? 'pages.error.busy.text' : 'pages.error.text')}
    >
      {view.requestId !== null && !busy && (
        <p className="quiet below">{t('pages.error.reference', { requestId: view.requestId })}</p>
      )}
    </Refusal>
  );
}

interface RefusalProps {
  readonly frame: PageFrame;
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

function Refusal({ frame, title, text, children }: RefusalProps): ReactElement {
  return (
    <Page frame={frame} title={title}>
      <div className="center">
        <Ring />
        <h1>{title}</h1>
        <p className="lead">{text}</p>
      </div>
      {children}
    </Page>
  );
}
