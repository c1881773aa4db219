import { may } from '#access';
import type { Actor } from '#access';
import type { Reader } from '#database';
import type { Id } from '#kernel';
import { Tag } from '../../tag/tag.entity.js';
import type { ImportRecord } from '../reading/record.js';
import type { Known } from './known.js';

interface Wanted {
  readonly actor: Actor;
  readonly institutionId: Id;
  readonly records: readonly ImportRecord[];
  /** Whom the rows may mean. */
  readonly subjectIds: readonly Id[];
  readonly lock: boolean;
}

/**
 * The tags that the institution keeps, and which of those whom the rows may mean carry them: two queries where a row
 * names a tag, else none. `lock`: no tag is deleted meanwhile (FOR KEY SHARE).
 */
export async function findKnownTags(
  reader: Reader,
  { actor, institutionId, records, subjectIds, lock }: Wanted,
): Promise<Pick<Known, 'tags' | 'taggings' | 'mayTag'>> {
  const mayTag = may(actor, 'person.change', { institutionIds: [institutionId] });
  if (!mayTag || !records.some(({ values }) => values.tags !== undefined)) {
    return { tags: [], taggings: [], mayTag };
  }
  const query = reader.manager.createQueryBuilder(Tag, 'tag').where({ institutionId }).orderBy('tag.id');
  if (lock) query.setLock('for_key_share');
  const tags = await query.getMany();
  const taggings: Known['taggings'] = await reader.manager.query(
    `SELECT person_id AS "subjectId", tag_id AS "tagId" FROM person_tag
      WHERE tag_id = ANY($1) AND person_id = ANY($2)
      UNION ALL
     SELECT institution_id, tag_id FROM institution_tag WHERE tag_id = ANY($1) AND institution_id = ANY($2)`,
    [tags.map(({ id }) => id), subjectIds],
  );
  return { tags, taggings, mayTag };
}
