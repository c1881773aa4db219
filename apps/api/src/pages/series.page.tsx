import type { ReactElement, ReactNode } from 'react';
import { translator, type Translator } from '#i18n';
import { Page } from './page.js';
import { Named } from './parts/institution-facts.js';
import { MeetingList } from './parts/meeting-list.js';
import { Subscribe } from './parts/subscribe.js';
import { langOf, Prose } from './parts/written.js';
import type { MeetingItemView } from './views/meeting.view.js';
import type { SeriesPageView } from './views/series.view.js';

const EVENT = 'https://schema.org/Event';

interface PartProps {
  readonly view: SeriesPageView;
  readonly t: Translator;
}

/** `/s/:slug`: meetings that come back, with the calendar to subscribe to. Says so to programs as well (schema.org). */
export function SeriesPage({ view }: { view: SeriesPageView }): ReactElement {
  const t = translator(view.frame.language);
  const { name, description, upcoming, past } = view;
  return (
    <Page frame={view.frame} title={name.text}>
      <div itemScope itemType="https://schema.org/EventSeries">
        <p className="kicker">{t('pages.series.kicker')}</p>
        <h1 itemProp="name" {...langOf(name, t.language)}>
          {name.text}
        </h1>
        <link itemProp="url" href={view.url} />
        <p>{view.rule}</p>
        {view.ended && <p>{t('pages.series.ended')}</p>}
        <Hosts view={view} t={t} />
        {description !== null && (
          <section itemProp="description">
            <Prose text={description} language={t.language} />
          </section>
        )}
        <section>
          <h2>{t('pages.series.upcoming')}</h2>
          {upcoming.length === 0 ? (
            <p>{t('pages.series.none')}</p>
          ) : (
            <MeetingList meetings={upcoming} t={t} coming />
          )}
        </section>
        <Subscribe feedUrl={view.feedUrl} t={t} />
        {past.length > 0 && (
          <section className="ruled">
            <h2>{t('pages.series.past')}</h2>
            <MeetingList meetings={past} t={t} />
          </section>
        )}
        {[...upcoming, ...past].map((meeting) => (
          <Told key={meeting.url} meeting={meeting} />
        ))}
      </div>
    </Page>
  );
}

function Hosts({ view, t }: PartProps): ReactNode {
  const { institution, hosts } = view;
  return (
    <p className="quiet" itemProp="organizer" itemScope itemType="https://schema.org/Organization">
      <span itemProp="name">
        <Named link={institution} />
      </span>
      {hosts.length > 0 && (
        <>
          {' · '}
          {t('pages.series.hosts')}:{' '}
          {hosts.map((host, index) => (
            <span key={host.name}>
              {index > 0 && ', '}
              <Named link={host} />
            </span>
          ))}
        </>
      )}
    </p>
  );
}

/** A date as programs read it. */
function Told({ meeting }: { readonly meeting: MeetingItemView }): ReactNode {
  const { title, when, url, cancelled } = meeting;
  const [starts, ends] = when.kind === 'timed' ? [when.starts, when.ends] : [when.first, when.last];
  return (
    <span itemProp="subEvent" itemScope itemType={EVENT} hidden>
      <meta itemProp="name" content={title.text} />
      <meta itemProp="startDate" content={starts.toString()} />
      <meta itemProp="endDate" content={ends.toString()} />
      <meta
        itemProp="eventStatus"
        content={`https://schema.org/${cancelled ? 'EventCancelled' : 'EventScheduled'}`}
      />
      <link itemProp="url" href={url} />
    </span>
  );
}
