import type { ReactNode } from 'react';
import type { Translator } from '#i18n';
import type { MeetingView } from '../views/meeting.view.js';
import { Agenda } from './agenda.js';
import { DateBlock } from './date-block.js';
import { MeetingFacts } from './meeting-facts.js';
import { langOf, Prose } from './written.js';

interface MeetingPartProps {
  readonly meeting: MeetingView;
  readonly t: Translator;
}

/** The title with what stands above it, the date block and the facts. */
export function MeetingHead({ meeting, t, kicker }: MeetingPartProps & { kicker: string | null }): ReactNode {
  return (
    <>
      {kicker !== null && <p className="kicker">{kicker}</p>}
      <h1 {...langOf(meeting.title, t.language)}>{meeting.title.text}</h1>
      <MeetingCard meeting={meeting} t={t} withHosts={kicker === null} />
    </>
  );
}

/** The date block at the left, the facts beside it. */
export function MeetingCard({
  meeting,
  t,
  withHosts = true,
}: MeetingPartProps & { withHosts?: boolean }): ReactNode {
  return (
    <div className="card">
      <DateBlock
        when={meeting.when}
        language={t.language}
        today={meeting.today}
        ownZone={meeting.ownZone}
        cancelled={meeting.state === 'cancelled'}
      />
      <MeetingFacts meeting={meeting} t={t} withHosts={withHosts} />
    </div>
  );
}

/** The meeting beneath what a page is about. */
export function MeetingBelow({ meeting, t }: MeetingPartProps): ReactNode {
  return (
    <section className="ruled">
      <h2 {...langOf(meeting.title, t.language)}>{meeting.title.text}</h2>
      <MeetingCard meeting={meeting} t={t} />
    </section>
  );
}

/** The agenda, what it is about, how to get there, who comes. */
export function MeetingDetails({ meeting, t }: MeetingPartProps): ReactNode {
  const { agenda, description, directions, attending, files } = meeting;
  return (
    <>
      {agenda.length > 0 && <Agenda items={agenda} t={t} />}
      {description !== null && (
        <section className="ruled">
          <h2>{t('pages.facts.about')}</h2>
          <Prose text={description} language={t.language} />
        </section>
      )}
      {directions !== null && (
        <section className="ruled">
          <h2>{t('pages.facts.directions')}</h2>
          <Prose text={directions} language={t.language} />
        </section>
      )}
      {files.length > 0 && (
        <section className="ruled">
          <h2>{t('pages.facts.files')}</h2>
          <ul className="plain">
            {files.map(({ url, name, size }) => (
              <li key={url}>
                <a href={url} download>
                  {name}
                </a>{' '}
                <span className="quiet">({size})</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {attending !== null && attending.length > 0 && (
        <section className="ruled">
          <h2>{t('pages.facts.attending')}</h2>
          <ul className="plain">
            {attending.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
