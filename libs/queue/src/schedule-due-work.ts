import { newId } from '#kernel';
import type { Id, Temporal } from '#kernel';
import type { Tx } from '#database';
import type { DueWorkDefinition } from './definitions.js';
import { DueWork } from './due-work.entity.js';
import { DUE_WORK_CHANNEL, wakeAfterCommit } from './wake.js';

const ROWS_PER_STATEMENT = 500;

export interface NewDueWork<Shape> {
  readonly subjectId: Id;
  readonly dueAt: Temporal.Instant;
  readonly payload: Shape;
}

/**
 * Puts work down for a moment, in the caller's transaction: one row per kind and subject, so scheduling again moves
 * it (and lets a run that is under way finish without taking the new row with it). Of rows with the same subject the
 * last counts.
 */
export async function scheduleDueWork<Shape extends object>(
  tx: Tx,
  definition: DueWorkDefinition<Shape>,
  works: readonly NewDueWork<Shape>[],
): Promise<void> {
  await upsertDueWork(
    tx,
    works.map((work) => ({ ...work, kind: definition.kind })),
  );
}

/** Takes work back, in the caller's transaction; a run that is under way finishes. Unknown subjects are no error. */
export async function cancelDueWork(
  tx: Tx,
  definition: Pick<DueWorkDefinition<unknown>, 'kind'>,
  subjectIds: readonly Id[],
): Promise<void> {
  if (subjectIds.length === 0) return;
  await tx.manager.query('DELETE FROM due_work WHERE kind = $1 AND subject_id = ANY($2)', [
    definition.kind,
    subjectIds,
  ]);
}

/** As `scheduleDueWork`, for rows of several kinds. */
export async function upsertDueWork(
  tx: Tx,
  works: readonly (NewDueWork<object> & { readonly kind: string })[],
): Promise<void> {
  const rows = [...new Map(works.map((work) => [`${work.kind} ${work.subjectId}`, work])).entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, work]) => ({
      ...work,
      payload: { ...work.payload },
      id: newId(),
      claimedUntil: null,
      attempts: 0,
    }));
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(DueWork)
      .values(rows.slice(start, start + ROWS_PER_STATEMENT))
      .orUpdate(['due_at', 'payload', 'claimed_until', 'attempts'], ['kind', 'subject_id'])
      .updateEntity(false)
      .execute();
  }
  if (rows.length > 0) wakeAfterCommit(tx, DUE_WORK_CHANNEL);
}
