import type { CalendarMeeting } from '#calendar';
import { placeInOneLine, translator } from '#i18n';
import type { Language, Temporal } from '#kernel';
import { markdownToText } from '#mail';
import type { MeetingBundle } from './meeting-bundle.js';
import { wordsOf } from './meeting-words.js';
import { whereFor } from './where.js';
import type { WhereReader } from './where.js';

/** What differs between a feed, a file and a mail about the same meeting. */
export interface CalendarOccasion {
  readonly language: Language;
  readonly sequence: number;
  readonly status: CalendarMeeting['status'];
  readonly changedAt: Temporal.Instant;
  /** Where the reader goes from the calendar. */
  readonly url: string;
  /** Whose calendar it is for: who may come in online, and who is sent to no place. */
  readonly reader: WhereReader;
}

/** A meeting as calendars are told of it. Everywhere the same UID, so that mail and feed are one entry. */
export function calendarMeetingOf(bundle: MeetingBundle, occasion: CalendarOccasion): CalendarMeeting {
  const { meeting } = bundle;
  const words = wordsOf(bundle, occasion.language);
  const { latitude, longitude } = meeting.place;
  const { place, online, onlineUrl } = whereFor(words, occasion.reader);
  const afar =
    online === 'to-follow' ? translator(occasion.language)('common.where.online') : (onlineUrl ?? '');
  const location = place === null ? afar : placeInOneLine(place);
  return {
    uid: `${meeting.id}@jourfixe`,
    sequence: occasion.sequence,
    title: words.title,
    description: [words.description && markdownToText(words.description), onlineUrl, occasion.url]
      .filter(Boolean)
      .join('\n\n'),
    location: location === '' ? undefined : location,
    url: occasion.url,
    geo: place === null || latitude === null || longitude === null ? undefined : { latitude, longitude },
    allDay: meeting.allDay,
    startsLocal: meeting.startsLocal,
    endsLocal: meeting.endsLocal,
    zone: meeting.zone,
    status: occasion.status,
    createdAt: meeting.createdAt,
    changedAt: occasion.changedAt,
  };
}
