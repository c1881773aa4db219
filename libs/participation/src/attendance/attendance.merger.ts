import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '#database';
import { PersonMerger } from '#directory';
import type { MergeEffect, MergePair } from '#directory';

/**
 * Who was there, of two people who are one. The meetings' locks are taken by the merger of the registrations; a seat
 * that goes with the second invitation leaves its mark, so that nobody who was there is lost.
 */
@Injectable()
export class AttendanceMerger extends PersonMerger {
  readonly turn = 2;
  readonly moves = ['attendance.person_id', 'attendance.marked_by'];

  async foresee(_reader: Reader, _pair: MergePair): Promise<readonly MergeEffect[]> {
    return [];
  }

  async move(tx: Tx, { survivorId, otherId }: MergePair): Promise<void> {
    const pair = [survivorId, otherId];
    // The mark of a seat that is gone becomes that of the seat that stays, unless it has one.
    await tx.manager.query(
      `UPDATE attendance AS mark SET registration_id = registration.id
         FROM registration
        WHERE mark.person_id = $1 AND NOT mark.walk_in AND mark.registration_id IS NULL
          AND registration.meeting_id = mark.meeting_id AND registration.person_id = ANY($2)
          AND NOT EXISTS (SELECT FROM attendance AS kept
                           WHERE kept.registration_id = registration.id AND kept.guest = mark.guest)`,
      [otherId, pair],
    );
    await tx.manager.query(
      `DELETE FROM attendance AS mark USING attendance AS kept
        WHERE mark.person_id = $2 AND NOT mark.walk_in AND mark.registration_id IS NULL
          AND kept.person_id = $1 AND kept.meeting_id = mark.meeting_id`,
      pair,
    );
    for (const column of ['person_id', 'marked_by']) {
      await tx.manager.query(`UPDATE attendance SET ${column} = $1 WHERE ${column} = $2`, pair);
    }
  }
}
