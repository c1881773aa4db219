import type { ReactNode } from 'react';
import type { Translator } from '#i18n';
import type { MeetingView } from '../views/meeting.view.js';
import { langOf } from './written.js';

type Items = MeetingView['agenda'];

/** What happens one after the other, with the times as far as they are known. */
export function Agenda({ items, t }: { items: Items; t: Translator }): ReactNode {
  return (
    <section className="ruled">
      <h2>{t('agenda.title')}</h2>
      <ol className="agenda">
        {items.map((item, index) => (
          <li key={index}>
            <Time time={item.time} />
            <div>
              <span {...langOf(item.title, t.language)}>{item.title.text}</span>
              <About item={item} t={t} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Time({ time }: Pick<Items[number], 'time'>): ReactNode {
  if (time === null) return null;
  const { from, until } = time;
  return (
    <span className="clock">
      <time dateTime={from}>{from}</time>
      {until !== null && (
        <>
          –<time dateTime={until}>{until}</time>
        </>
      )}
    </span>
  );
}

function About({ item: { kind, speaker }, t }: { item: Items[number]; t: Translator }): ReactNode {
  const isPlain = kind === 'talk' || kind === 'break';
  const words = [isPlain ? null : t(`agenda.kinds.${kind}`), speaker].filter((part) => part !== null);
  return words.length === 0 ? null : <p className="quiet">{words.join(' · ')}</p>;
}
