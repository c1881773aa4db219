import type { ReactNode } from 'react';
import type { Language, Temporal } from '#kernel';
import { dateBlock, daysOf, formatOwnTime, relativeDays, type When } from '#i18n';

interface DateBlockProps {
  readonly when: When;
  readonly language: Language;
  readonly today: Temporal.PlainDate;
  readonly ownZone?: string | undefined;
  readonly cancelled?: boolean;
}

/** The date as a picture; read aloud it is one sentence. */
export function DateBlock({ when, language, today, ownZone, cancelled = false }: DateBlockProps): ReactNode {
  const words = dateBlock(when, language);
  const own = formatOwnTime(when, ownZone, language);
  return (
    <div className={cancelled ? 'date off' : 'date'}>
      <time dateTime={words.machine}>
        <span className="weekday">{words.weekday}</span>
        <span className="day">{words.day}</span>{' '}
        <span className="month">
          {words.month} <span className="year">{words.year}</span>
        </span>
        <span className="hours">{words.time}</span>
      </time>
      {words.until !== null && <span className="beside">{words.until}</span>}
      {own !== null && <span className="beside">{own}</span>}
      {!cancelled && <span className="beside">{relativeDays(daysOf(when).first, today, language)}</span>}
    </div>
  );
}

/** The small date block of a list. */
export function SmallDateBlock({
  when,
  language,
  cancelled,
}: Pick<DateBlockProps, 'when' | 'language' | 'cancelled'>): ReactNode {
  const words = dateBlock(when, language);
  return (
    <time className={cancelled === true ? 'date off' : 'date'} dateTime={words.machine}>
      <span className="weekday">{words.weekday}</span>
      <span className="day">{words.day}</span>
      <span className="month">
        {words.month} <span className="year">{words.year}</span>
      </span>
    </time>
  );
}
