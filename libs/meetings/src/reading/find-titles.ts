import type { Reader } from '#database';
import type { Id, LocalizedText } from '#kernel';
import { Meeting } from '../tables/meeting.entity.js';

/** The titles of these meetings in one query, by id; unknown ids are missing from the map. */
export async function findTitles(
  reader: Reader,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, LocalizedText>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.manager
    .createQueryBuilder(Meeting, 'meeting')
    .select(['meeting.id', 'meeting.title'])
    .where('meeting.id = ANY(:ids)', { ids })
    .getMany();
  return new Map(rows.map(({ id, title }) => [id, title]));
}
