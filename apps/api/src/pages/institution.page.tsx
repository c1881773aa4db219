import type { ReactElement, ReactNode } from 'react';
import { translator, type Translator } from '#i18n';
import { Page } from './page.js';
import { MeetingList } from './parts/meeting-list.js';
import { langOf, Prose } from './parts/written.js';
import type { InstitutionPageView } from './views/public.view.js';

interface PartProps {
  readonly view: InstitutionPageView;
  readonly t: Translator;
}

/** `/n/:slug`: a network (or another institution) with its meetings, its calendar and who belongs to it. */
export function InstitutionPage({ view }: { view: InstitutionPageView }): ReactElement {
  const t = translator(view.frame.language);
  const { name, description, website, upcoming, past } = view;
  return (
    <Page frame={view.frame} title={name.text}>
      <p className="kicker">{t(`pages.network.kind.${view.kind}`)}</p>
      <h1 {...langOf(name, t.language)}>{name.text}</h1>
      {description !== null && (
        <section>
          <Prose text={description} language={t.language} />
        </section>
      )}
      {website !== null && (
        <p className="actions">
          <a href={website} rel="noopener">
            {t('pages.network.website')}
          </a>
        </p>
      )}
      <section>
        <h2>{t('pages.network.upcoming')}</h2>
        {upcoming.length === 0 ? (
          <p>{t('pages.network.none')}</p>
        ) : (
          <MeetingList meetings={upcoming} t={t} coming />
        )}
      </section>
      <Subscribe view={view} t={t} />
      <Members view={view} t={t} />
      {past.length > 0 && (
        <section className="ruled">
          <h2>{t('pages.network.past')}</h2>
          <MeetingList meetings={past} t={t} />
        </section>
      )}
    </Page>
  );
}

function Subscribe({ view, t }: PartProps): ReactNode {
  return (
    <section className="ruled">
      <h2>{t('pages.network.subscribe')}</h2>
      <p>{t('pages.network.subscribe-text')}</p>
      <p className="actions">
        <a className="button" href={view.feedUrl.replace(/^https?:/, 'webcal:')}>
          {t('pages.network.subscribe-open')}
        </a>
      </p>
      <p className="quiet below">
        {t('pages.network.subscribe-address')}
        <br />
        <a href={view.feedUrl}>
          <code>{view.feedUrl}</code>
        </a>
      </p>
    </section>
  );
}

function Members({ view, t }: PartProps): ReactNode {
  if (view.members.length === 0) return null;
  return (
    <section className="ruled">
      <h2>{t('pages.network.clusters')}</h2>
      <ul className="plain">
        {view.members.map(({ name, url }) => (
          <li key={name}>{url === null ? name : <a href={url}>{name}</a>}</li>
        ))}
      </ul>
    </section>
  );
}
