import type { ReactNode } from 'react';
import { daysOf, formatList, formatTimeRange, type Translator } from '#i18n';
import type { MeetingItemView } from '../views/meeting.view.js';
import { SmallDateBlock } from './date-block.js';
import { langOf } from './written.js';

interface MeetingListProps {
  readonly meetings: readonly MeetingItemView[];
  readonly t: Translator;
  /** Whether the first one is what is next, and therefore the largest. */
  readonly coming?: boolean;
}

/** Meetings beneath one another, each with its date block at the left. */
export function MeetingList({ meetings, t, coming = false }: MeetingListProps): ReactNode {
  const next = coming ? meetings.find(({ cancelled }) => !cancelled) : undefined;
  return (
    <ul className="plain">
      {meetings.map((meeting) => (
        <li key={meeting.url} className={meeting === next ? 'row next' : 'row'}>
          <SmallDateBlock when={meeting.when} language={t.language} cancelled={meeting.cancelled} />
          <div>
            <h3>
              {meeting.cancelled && <>{t('pages.meeting.cancelled')}: </>}
              <a href={meeting.url} {...langOf(meeting.title, t.language)}>
                {meeting.title.text}
              </a>
            </h3>
            <p className="quiet">{aboutMeeting(meeting, t)}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function aboutMeeting({ when, city, online, hosts }: MeetingItemView, t: Translator): string {
  const { first, last } = daysOf(when);
  const oneDay = when.kind === 'timed' && first.equals(last);
  const time =
    when.kind === 'timed' && oneDay ? formatTimeRange(when.starts, when.ends, when.zone, t.language) : null;
  const place = city ?? (online ? t('common.where.online') : null);
  return [time, place, formatList(hosts, t.language)]
    .filter((part) => part !== null && part !== '')
    .join(' · ');
}
