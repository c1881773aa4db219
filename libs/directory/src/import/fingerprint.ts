import { createHash } from 'node:crypto';
import type { ImportWrites, PlannedRow } from './planning/plan.js';

/**
 * What a plan says, in short: the rows as they are shown, and which rows of the directory they mean. Two plans with the
 * same fingerprint do the same. Ids of what is new are left out, for each plan makes its own.
 */
export class PlanFingerprint {
  private readonly hash = createHash('sha256');

  /** Takes the next row in. */
  add(row: PlannedRow): void {
    this.hash.update(JSON.stringify(row));
  }

  /** Ends it with what all rows mean together. */
  end(writes: ImportWrites): string {
    const made = new Set([...writes.people, ...writes.institutions].map(({ id }) => id));
    const meant = [
      ...writes.personChanges.map(({ id }) => id),
      ...writes.institutionChanges.map(({ id }) => id),
      ...writes.membershipEnds.map(({ row }) => row.id),
      ...writes.mandateEnds.map(({ row }) => row.id),
      ...writes.taggings.map(({ id }) => id).filter((id) => !made.has(id)),
    ];
    return this.hash.update(JSON.stringify(meant)).digest('hex');
  }
}
