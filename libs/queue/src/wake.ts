import type { Tx } from '#database';

export const FACT_CHANNEL = 'jourfixe_fact';
export const DUE_WORK_CHANNEL = 'jourfixe_due_work';

/** Says on the channel, after the commit, that there is something to fetch. */
export function wakeAfterCommit(tx: Tx, channel: string): void {
  const database = tx.manager.dataSource;
  tx.afterCommit(() => void database.query('SELECT pg_notify($1, $2)', [channel, '']).catch(() => undefined));
}
