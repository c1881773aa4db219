import type { Reader, Tx } from '#database';
import { insertRows } from '#database';
import { newId } from '#kernel';
import type { Id, Temporal } from '#kernel';
import { Operation } from './operation.entity.js';

export interface NewOperation {
  readonly kind: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly createdBy: Id | null;
  readonly createdAt: Temporal.Instant;
  /** How much there is to do, if that is known. */
  readonly total?: number;
}

/** Writes an operation that is queued, in the caller's transaction, and returns its id. */
export async function startOperation(tx: Tx, operation: NewOperation): Promise<Id> {
  const id = newId();
  const { total = 0, ...asked } = operation;
  const untouched = { done: 0, result: null, errorCode: null, finishedAt: null } as const;
  await insertRows(tx, Operation, [{ ...asked, ...untouched, id, total, state: 'queued' }]);
  return id;
}

/** The operation, or null. */
export async function findOperation(reader: Reader, id: Id): Promise<Operation | null> {
  return reader.manager.findOneBy(Operation, { id });
}

/** The operation, held FOR NO KEY UPDATE until the transaction ends, so that its batches run one after another. */
export async function lockOperation(tx: Tx, id: Id): Promise<Operation> {
  const lock = { mode: 'for_no_key_update' } as const;
  return tx.manager.findOneOrFail(Operation, { where: { id }, lock });
}

/** Says in the caller's transaction how far it is; a finished operation stays as it is. */
export async function reportProgress(
  tx: Tx,
  id: Id,
  progress: { done: number; total: number },
): Promise<void> {
  await tx.manager.query(
    `UPDATE operation SET state = 'running', done = $2, total = $3 WHERE id = $1 AND finished_at IS NULL`,
    [id, progress.done, progress.total],
  );
}

export type OperationEnd =
  { readonly result: Readonly<Record<string, unknown>> } | { readonly errorCode: string };

/** Ends it as done or as failed, in the caller's transaction; a finished operation stays as it is. */
export async function endOperation(
  tx: Tx,
  id: Id,
  end: OperationEnd & { at: Temporal.Instant },
): Promise<void> {
  const [state, result, errorCode] =
    'result' in end ? ['done', JSON.stringify(end.result), null] : ['failed', null, end.errorCode];
  await tx.manager.query(
    `UPDATE operation SET state = $2, result = $3, error_code = $4, finished_at = $5
      WHERE id = $1 AND finished_at IS NULL`,
    [id, state, result, errorCode, end.at],
  );
}
