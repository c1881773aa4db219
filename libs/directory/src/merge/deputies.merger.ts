import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '#database';
import type { Id, LocalizedText, Temporal } from '#kernel';
import { namedEffect, officeItem, PersonMerger } from './person-merger.js';
import type { MergeEffect, MergePair } from './person-merger.js';

/** Of two who are one and stand in for an office at the same time, the worse rank goes. */
const LOST = `SELECT lost.id FROM deputy AS lost JOIN deputy AS kept ON kept.office_id = lost.office_id
   WHERE lost.person_id IN ($1, $2) AND kept.person_id IN ($1, $2) AND lost.person_id <> kept.person_id
     AND kept.rank < lost.rank
     AND daterange(lost.valid_from, lost.valid_until, '[]') && daterange(kept.valid_from, kept.valid_until, '[]')`;

interface Row {
  readonly personId: Id;
  readonly isLost: boolean;
  readonly office: LocalizedText;
  readonly institution: string;
  readonly validFrom: Temporal.PlainDate;
}

/** Where two people who are one stand in for the same office at the same time, the better rank stays. */
@Injectable()
export class DeputiesMerger extends PersonMerger {
  readonly turn = 4;
  readonly moves = ['deputy.person_id'];

  async foresee(reader: Reader, { survivorId, otherId }: MergePair): Promise<readonly MergeEffect[]> {
    const rows: Row[] = await reader.manager.query(
      `SELECT deputy.person_id AS "personId", deputy.id IN (${LOST}) AS "isLost", office.name AS office,
              institution.sort_name AS institution, deputy.valid_from AS "validFrom"
         FROM deputy JOIN office ON office.id = deputy.office_id
         JOIN institution ON institution.id = office.institution_id
        WHERE deputy.person_id IN ($1, $2)
        ORDER BY institution.sort_name, deputy.valid_from, deputy.id`,
      [survivorId, otherId],
    );
    const lost = rows.filter(({ isLost }) => isLost);
    const moved = rows.filter(({ personId, isLost }) => personId === otherId && !isLost);
    return [
      ...namedEffect('deputies-moved', moved.map(officeItem)),
      ...namedEffect('deputies-removed', lost.map(officeItem)),
    ];
  }

  async move(tx: Tx, { survivorId, otherId }: MergePair): Promise<void> {
    await tx.manager.query(`DELETE FROM deputy WHERE id IN (${LOST})`, [survivorId, otherId]);
    await tx.manager.query('UPDATE deputy SET person_id = $1 WHERE person_id = $2', [survivorId, otherId]);
  }
}
