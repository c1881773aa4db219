import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '#database';
import { Duplicate } from '../duplicates/duplicate.entity.js';
import { PersonProposal } from '../proposals/person-proposal.entity.js';
import { countedEffect, PersonMerger } from './person-merger.js';
import type { MergeEffect, MergePair } from './person-merger.js';

/** What has been suggested about two people who are one: changes, and whom else they may be the same as. */
@Injectable()
export class SuggestionsMerger extends PersonMerger {
  readonly turn = 4;
  readonly moves = [
    'duplicate.first_id',
    'duplicate.second_id',
    'person_proposal.person_id',
    'person_proposal.proposer_id',
  ];

  async foresee(reader: Reader, { otherId }: MergePair): Promise<readonly MergeEffect[]> {
    const open = await reader.manager.countBy(PersonProposal, { personId: otherId, state: 'open' });
    return countedEffect('proposals', open);
  }

  /** Suggestions that are open are looked for anew once the fact is told; who is somebody else stays so. */
  async move(tx: Tx, { survivorId, otherId }: MergePair): Promise<void> {
    await tx.manager.query(
      `INSERT INTO duplicate (id, first_id, second_id, score, reasons, state, found_at, dismissed_at)
       SELECT gen_random_uuid(), least($1::uuid, third.id), greatest($1::uuid, third.id), known.score, known.reasons,
              'dismissed', known.found_at, known.dismissed_at
         FROM duplicate AS known
         JOIN person AS third ON third.id = CASE known.first_id WHEN $2 THEN known.second_id ELSE known.first_id END
        WHERE known.state = 'dismissed' AND $2 IN (known.first_id, known.second_id) AND third.id <> $1
       ON CONFLICT (first_id, second_id)
          DO UPDATE SET state = excluded.state, dismissed_at = excluded.dismissed_at
                  WHERE duplicate.state = 'open'`,
      [survivorId, otherId],
    );
    await tx.manager.delete(Duplicate, { firstId: otherId });
    await tx.manager.delete(Duplicate, { secondId: otherId });
    await tx.manager.update(PersonProposal, { personId: otherId }, { personId: survivorId });
    await tx.manager.update(PersonProposal, { proposerId: otherId }, { proposerId: survivorId });
  }
}
