import type { AuthorizedScope } from '#access';
import { searchWords } from '#database';
import type { Reader, WordSearch } from '#database';
import { Meeting } from '../tables/meeting.entity.js';
import { meetingsAbout, whereMeetingReached } from './meeting-scope.sql.js';

/** Meetings that the scope reaches, by title and place, the latest first. One query, four if few are found. */
export async function searchMeetings(
  reader: Reader,
  scope: AuthorizedScope,
  search: WordSearch,
): Promise<readonly Meeting[]> {
  const select = () => whereMeetingReached(reader.manager.createQueryBuilder(Meeting, 'meeting'), scope);
  const searched = { alias: 'meeting', thenBy: 'meeting.startsAt', descending: true } as const;
  return searchWords(reader, { select, ...searched, reach: meetingsAbout(scope) }, search);
}
