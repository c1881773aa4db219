import type { ReactElement, ReactNode } from 'react';
import { translator } from '#i18n';
import { Page } from './page.js';
import { InstitutionFacts, Named } from './parts/institution-facts.js';
import { MeetingList } from './parts/meeting-list.js';
import { Subscribe } from './parts/subscribe.js';
import { langOf, Prose } from './parts/written.js';
import type { InstitutionLink, InstitutionPageView } from './views/public.view.js';

/** `/n/:slug`, `/c/:slug`, `/o/:slug`: an institution with its meetings, its calendar and who belongs to it. */
export function InstitutionPage({ view }: { view: InstitutionPageView }): ReactElement {
  const t = translator(view.frame.language);
  const { name, description, upcoming, past, members, memberOf } = view;
  return (
    <Page frame={view.frame} title={name.text}>
      {view.logoUrl !== null && <img className="logo" src={view.logoUrl} alt="" />}
      <p className="kicker">{t(`pages.network.kind.${view.kind}`)}</p>
      <h1 {...langOf(name, t.language)}>{name.text}</h1>
      {description !== null && (
        <section>
          <Prose text={description} language={t.language} />
        </section>
      )}
      <InstitutionFacts view={view} t={t} />
      <section>
        <h2>{t('pages.network.upcoming')}</h2>
        {upcoming.length === 0 ? (
          <p>{t('pages.network.none')}</p>
        ) : (
          <MeetingList meetings={upcoming} t={t} coming />
        )}
      </section>
      <Subscribe feedUrl={view.feedUrl} t={t} />
      <Others title={t('pages.network.clusters')} links={members} />
      <Others title={t('pages.network.member-of')} links={memberOf} />
      {past.length > 0 && (
        <section className="ruled">
          <h2>{t('pages.network.past')}</h2>
          <MeetingList meetings={past} t={t} />
        </section>
      )}
    </Page>
  );
}

interface OthersProps {
  readonly title: string;
  readonly links: readonly InstitutionLink[];
}

function Others({ title, links }: OthersProps): ReactNode {
  if (links.length === 0) return null;
  return (
    <section className="ruled">
      <h2>{title}</h2>
      <ul className="plain">
        {links.map((link) => (
          <li key={link.name}>
            <Named link={link} />
          </li>
        ))}
      </ul>
    </section>
  );
}
