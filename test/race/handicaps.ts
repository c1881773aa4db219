import type { Tx } from '#database';

/*
 * What takes the safety from a transaction, so that a control can show the race that it prevents; the code under test
 * stays as it is.
 */

type Query = (sql: string, ...rest: unknown[]) => Promise<unknown>;

/** The same transaction, whose statements lock no rows. */
export function withoutRowLock(tx: Tx): Tx {
  return intercept(
    tx,
    (query) =>
      (sql, ...rest) =>
        query(sql.replace(/FOR NO KEY UPDATE( OF \w+)?/g, ''), ...rest),
  );
}

const WRITES = /\bINSERT INTO\b|\bUPDATE\s+\S+\s+(AS\s+\S+\s+)?SET\b/i;

/** Waits before it writes until all have read. */
export function pausing(tx: Tx, haveRead: () => Promise<unknown>): Tx {
  let allHaveRead: Promise<unknown> | undefined;
  return intercept(tx, (query) => async (sql, ...rest) => {
    if (WRITES.test(sql)) await (allHaveRead ??= haveRead());
    return query(sql, ...rest);
  });
}

/** Resolves for everybody once so many have come. */
export function barrier(parties: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let come = 0;
  return () => {
    come += 1;
    if (come === parties) resolve();
    return promise;
  };
}

/** The runner is the transaction's own; nobody sees the change after it. */
function intercept(tx: Tx, wrap: (query: Query) => Query): Tx {
  const runner = tx.manager.queryRunner as unknown as { query: Query };
  runner.query = wrap(runner.query.bind(runner));
  return tx;
}
