import { Injectable } from '@nestjs/common';
import type { Tx } from '#database';
import { PersonMerger } from '#directory';
import type { MergeEffect, MergePair } from '#directory';

const REFERENCES = [
  ['handover', 'started_by_id'],
  ['handover_decision', 'successor_id'],
  ['handover_decision', 'started_by_id'],
  ['handover_decision', 'decided_by_id'],
] as const;

/** Who set handovers going, decided about them or follows somebody. */
@Injectable()
export class HandoverMerger extends PersonMerger {
  readonly turn = 2;
  readonly moves = REFERENCES.map((reference) => reference.join('.'));

  async foresee(): Promise<readonly MergeEffect[]> {
    return [];
  }

  async move(tx: Tx, { survivorId, otherId }: MergePair): Promise<void> {
    for (const [table, column] of REFERENCES) {
      await tx.manager.query(`UPDATE ${table} SET ${column} = $1 WHERE ${column} = $2`, [
        survivorId,
        otherId,
      ]);
    }
  }
}
