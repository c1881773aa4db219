import type { AuthorizedScope } from '#access';
import { searchWords } from '#database';
import type { Reader, WordSearch } from '#database';
import { Meeting } from '../tables/meeting.entity.js';
import { whereMeetingReached } from './meeting-scope.sql.js';

/** Meetings that the scope reaches, by title and place, the latest first. One query, two if few are found. */
export async function searchMeetings(
  reader: Reader,
  scope: AuthorizedScope,
  search: WordSearch,
): Promise<readonly Meeting[]> {
  const select = () => whereMeetingReached(reader.manager.createQueryBuilder(Meeting, 'meeting'), scope);
  return searchWords(select, { alias: 'meeting', thenBy: 'meeting.startsAt', descending: true }, search);
}
