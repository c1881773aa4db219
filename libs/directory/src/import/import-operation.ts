import type { Actor } from '#access';
import type { Tx, UnitOfWork } from '#database';
import type { Id, Temporal } from '#kernel';
import { defineDueWork, findOperation, reportProgress, scheduleDueWork, startOperation } from '#queue';
import { ImportRun } from './tables/import-run.entity.js';

/** A dry run that was asked for, and a confirmed import to be written; the subject is the operation. */
export const ImportCheckDue = defineDueWork<Record<never, never>>('import.check');
export const ImportWriteDue = defineDueWork<Record<never, never>>('import.write');

interface ImportOrder {
  readonly importId: Id;
  readonly actor: Actor;
  readonly leaveOutWrong: boolean;
}

/** Starts the operation of an import's step, in the caller's transaction, and returns its id. */
export async function orderStep(
  tx: Tx,
  run: ImportRun,
  step: { readonly due: typeof ImportCheckDue; readonly order: ImportOrder; readonly now: Temporal.Instant },
): Promise<Id> {
  const { due, order, now } = step;
  const id = await startOperation(tx, {
    kind: due.kind,
    params: { ...order },
    createdBy: order.actor.personId,
    createdAt: now,
    total: run.rows,
  });
  await scheduleDueWork(tx, due, [{ subjectId: id, dueAt: now, payload: {} }]);
  return id;
}

interface ImportStep {
  readonly actor: Actor;
  readonly run: ImportRun;
  /** Says how far it is in a transaction of its own, so that others see it while the work's transaction is open. */
  readonly progress: (share: number) => Promise<void>;
}

/** What was ordered, or null when there is nothing left to do. */
export async function findStep(unitOfWork: UnitOfWork, operationId: Id): Promise<ImportStep | null> {
  const { reader } = unitOfWork;
  const operation = await findOperation(reader, operationId);
  if (operation === null || operation.finishedAt !== null) return null;
  const { importId, actor } = operation.params as unknown as ImportOrder;
  const run = await reader.manager.findOneBy(ImportRun, { id: importId });
  return run === null ? null : { actor, run, progress: progressOf(unitOfWork, operationId, run.rows) };
}

function progressOf(unitOfWork: UnitOfWork, operationId: Id, total: number): ImportStep['progress'] {
  return (share) =>
    unitOfWork.run((tx) => reportProgress(tx, operationId, { done: Math.round(total * share), total }));
}
