import type { ReactElement } from 'react';
import { translator } from '#i18n';
import { Page, Ring } from './page.js';
import { MeetingList } from './parts/meeting-list.js';
import type { HomePageView } from './views/public.view.js';

/** `/`: what is next, and the networks at home here. */
export function HomePage({ view }: { view: HomePageView }): ReactElement {
  const t = translator(view.frame.language);
  const { upcoming, networks } = view;
  return (
    <Page frame={view.frame} title={t('pages.home.title')}>
      <div className="center">
        <Ring />
        <h1>{t('pages.home.title')}</h1>
        <p className="lead">{t('pages.home.text', { site: view.frame.site.name })}</p>
      </div>
      <section>
        <h2>{t('pages.home.upcoming')}</h2>
        {upcoming.length === 0 ? (
          <p>{t('pages.home.none')}</p>
        ) : (
          <MeetingList meetings={upcoming} t={t} coming />
        )}
      </section>
      {networks.length > 0 && (
        <section className="ruled">
          <h2>{t('pages.home.networks')}</h2>
          <ul className="plain">
            {networks.map(({ name, url }) => (
              <li key={url}>
                <a href={url}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="ruled">
        <p>
          <a href={view.consoleUrl}>{t('pages.home.hosts')}</a>
        </p>
      </section>
    </Page>
  );
}
