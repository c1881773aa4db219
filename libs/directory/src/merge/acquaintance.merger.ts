import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '#database';
import { Acquaintance } from '../rights/acquaintance.entity.js';
import { countedEffect, PersonMerger } from './person-merger.js';
import type { MergeEffect, MergePair } from './person-merger.js';

/** Whom the two have been invited by, and who was merged into them before. */
@Injectable()
export class AcquaintanceMerger extends PersonMerger {
  readonly turn = 4;
  readonly moves = ['acquaintance.person_id', 'merged_person.survivor_id'];

  async foresee(reader: Reader, { otherId }: MergePair): Promise<readonly MergeEffect[]> {
    return countedEffect('acquaintances', await reader.manager.countBy(Acquaintance, { personId: otherId }));
  }

  async move(tx: Tx, { survivorId, otherId }: MergePair): Promise<void> {
    await tx.manager.query(
      `INSERT INTO acquaintance (institution_id, person_id, since)
       SELECT institution_id, $1, since FROM acquaintance WHERE person_id = $2
       ON CONFLICT (institution_id, person_id) DO UPDATE SET since = least(acquaintance.since, excluded.since)`,
      [survivorId, otherId],
    );
    await tx.manager.delete(Acquaintance, { personId: otherId });
    await tx.manager.query('UPDATE merged_person SET survivor_id = $1 WHERE survivor_id = $2', [
      survivorId,
      otherId,
    ]);
  }
}
