import type { AuthorizedScope } from '#access';
import type { Reader } from '#database';
import type { Id } from '#kernel';
import { Meeting } from '../tables/meeting.entity.js';
import { whereMeetingReached } from './meeting-scope.sql.js';

/** Which of these meetings the scope reaches; none without a scope. At most one query. */
export async function findReadable(
  reader: Reader,
  scope: AuthorizedScope | null,
  ids: readonly Id[],
): Promise<ReadonlySet<Id>> {
  if (scope === null || ids.length === 0) return new Set();
  const query = reader.manager
    .createQueryBuilder(Meeting, 'meeting')
    .select('meeting.id', 'id')
    .where('meeting.id = ANY(:ids)', { ids });
  const rows = await whereMeetingReached(query, scope).getRawMany<{ id: Id }>();
  return new Set(rows.map(({ id }) => id));
}
