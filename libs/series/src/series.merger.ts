import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '#database';
import { countedEffect, PersonMerger } from '#directory';
import type { MergeEffect, MergePair } from '#directory';
import { Series } from './tables/series.entity.js';

/** Series that name one of two people who are one: as the person to ask, or in an audience composed for them. */
@Injectable()
export class SeriesMerger extends PersonMerger {
  readonly turn = 2;
  readonly moves = [
    'series.organiser_id',
    'standing_answer.person_id',
    'host_turn.answered_by_id',
    'host_swap.first_by_id',
    'host_swap.second_by_id',
    'host_swap.asked_by_id',
    'host_link.person_id',
  ];

  async foresee(reader: Reader, { otherId }: MergePair): Promise<readonly MergeEffect[]> {
    return countedEffect('organised', await reader.manager.countBy(Series, { organiserId: otherId }));
  }

  async move(tx: Tx, { survivorId, otherId }: MergePair): Promise<void> {
    await moveHostAnswers(tx, { survivorId, otherId });
    await tx.manager.query('UPDATE series SET organiser_id = $1 WHERE organiser_id = $2', [
      survivorId,
      otherId,
    ]);
    // Where both have answered, what the one said who stays counts.
    await tx.manager.query(
      `UPDATE standing_answer AS lost SET person_id = $1 WHERE person_id = $2
          AND NOT EXISTS (SELECT FROM standing_answer WHERE series_id = lost.series_id AND person_id = $1)`,
      [survivorId, otherId],
    );
    await tx.manager.query('DELETE FROM standing_answer WHERE person_id = $1', [otherId]);
    await tx.manager.query(
      `UPDATE series SET audience_rule = replace(audience_rule::text, $2, $1)::jsonb
        WHERE audience_rule::text LIKE '%' || $2 || '%'`,
      [survivorId, otherId],
    );
    await tx.manager.query(
      `UPDATE series_date SET generated = replace(generated::text, $2, $1)::jsonb
        WHERE generated ->> 'organiserId' = $2`,
      [survivorId, otherId],
    );
  }
}

/** What the other answered for a host, and the links that they have. */
async function moveHostAnswers(tx: Tx, { survivorId, otherId }: MergePair): Promise<void> {
  const columns = [
    ['host_turn', 'answered_by_id'],
    ['host_swap', 'first_by_id'],
    ['host_swap', 'second_by_id'],
    ['host_swap', 'asked_by_id'],
    ['host_link', 'person_id'],
  ] as const;
  for (const [table, column] of columns) {
    await tx.manager.query(`UPDATE ${table} SET ${column} = $1 WHERE ${column} = $2`, [survivorId, otherId]);
  }
}
