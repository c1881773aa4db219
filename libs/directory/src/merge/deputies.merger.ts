import { Injectable } from '@nestjs/common';
import type { Tx } from '#database';
import { PersonMerger } from './person-merger.js';
import type { MergeEffect, MergePair } from './person-merger.js';

/** Where two people who are one stand in for the same office at the same time, the better rank stays. */
@Injectable()
export class DeputiesMerger extends PersonMerger {
  readonly turn = 4;
  readonly moves = ['deputy.person_id'];

  /** Nothing to decide by: whoever stands in goes on standing in. */
  async foresee(): Promise<readonly MergeEffect[]> {
    return [];
  }

  async move(tx: Tx, { survivorId, otherId }: MergePair): Promise<void> {
    await tx.manager.query(
      `DELETE FROM deputy AS lost USING deputy AS kept
        WHERE lost.person_id IN ($1, $2) AND kept.person_id IN ($1, $2) AND lost.person_id <> kept.person_id
          AND lost.office_id = kept.office_id AND kept.rank < lost.rank
          AND daterange(lost.valid_from, lost.valid_until, '[]') && daterange(kept.valid_from, kept.valid_until, '[]')`,
      [survivorId, otherId],
    );
    await tx.manager.query('UPDATE deputy SET person_id = $1 WHERE person_id = $2', [survivorId, otherId]);
  }
}
