import type { MeetingWords } from './meeting-words.js';

/**
 * Who reads where a meeting is: anybody, somebody whom the hosts have not let in (yet), somebody who is asked to it,
 * somebody who takes part in it online.
 */
export type WhereReader = 'anybody' | 'applicant' | 'invitee' | 'online';

/** Where a meeting is, for one reader. */
export interface Where {
  /** Where the reader may go. */
  readonly place: MeetingWords['place'];
  /** Where those meet who come to a place, for a reader who does not. */
  readonly othersMeetAt: MeetingWords['place'];
  /** `for-guests`: there is a way in that is not the reader's; `to-follow`: the host has not said it yet. */
  readonly online: 'none' | 'open' | 'for-guests' | 'to-follow';
  /** The way in; null unless `open`. */
  readonly onlineUrl: string | null;
}

/**
 * Where a meeting is, by who reads it: the one place that decides it for pages, calendars and mails. Whoever has the
 * online address can come in, so it is for invitees only; whoever takes part online is sent to no place.
 */
export function whereFor(
  { place, onlineUrl }: Pick<MeetingWords, 'place' | 'onlineUrl'>,
  reader: WhereReader,
): Where {
  const goes = { place, othersMeetAt: null };
  if (reader === 'online') {
    const online = onlineUrl === null ? 'to-follow' : 'open';
    return { place: null, othersMeetAt: place, online, onlineUrl };
  }
  if (onlineUrl === null) return { ...goes, online: 'none', onlineUrl };
  return reader === 'invitee'
    ? { ...goes, online: 'open', onlineUrl }
    : { ...goes, online: 'for-guests', onlineUrl: null };
}
