import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '#database';
import { PersonTag } from '../tag/person-tag.entity.js';
import { countedEffect, PersonMerger } from './person-merger.js';
import type { MergeEffect, MergePair } from './person-merger.js';

/** The tags of the two, and the saved audiences that name one of them. */
@Injectable()
export class AudiencesMerger extends PersonMerger {
  readonly turn = 4;
  readonly moves = ['person_tag.person_id'];

  async foresee(reader: Reader, { otherId }: MergePair): Promise<readonly MergeEffect[]> {
    const [named]: { count: number }[] = await reader.manager.query(
      `SELECT count(*)::int AS count FROM audience WHERE rule::text LIKE '%' || $1 || '%'`,
      [otherId],
    );
    return [
      ...countedEffect('tags', await reader.manager.countBy(PersonTag, { personId: otherId })),
      ...countedEffect('audiences', named?.count ?? 0),
    ];
  }

  /** An id stands for nothing else, so it may be replaced in the rule's text. */
  async move(tx: Tx, { survivorId, otherId }: MergePair): Promise<void> {
    await tx.manager.query(
      `INSERT INTO person_tag (tag_id, person_id) SELECT tag_id, $1 FROM person_tag WHERE person_id = $2
       ON CONFLICT DO NOTHING`,
      [survivorId, otherId],
    );
    await tx.manager.delete(PersonTag, { personId: otherId });
    await tx.manager.query(
      `UPDATE audience SET rule = replace(rule::text, $2, $1)::jsonb, version = version + 1
        WHERE rule::text LIKE '%' || $2 || '%'`,
      [survivorId, otherId],
    );
  }
}
