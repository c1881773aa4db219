import type { DataSource } from 'typeorm';
import type { Tx } from '#database';

export const FACT_CHANNEL = 'jourfixe_fact';
export const DUE_WORK_CHANNEL = 'jourfixe_due_work';

const GATHER_MS = 5;
const waiting = new WeakMap<DataSource, Set<string>>();

/**
 * Says on the channel, soon after the commit, that there is something to fetch; commits in quick succession share one
 * NOTIFY. It may get lost, so whoever listens sweeps as well.
 *
 * Not within the transaction: PostgreSQL lets transactions that notify commit one at a time, flush included; 16 writers
 * get through half the commits (PreCommit_Notify in
 * https://github.com/postgres/postgres/blob/REL_18_0/src/backend/commands/async.c).
 */
export function wakeAfterCommit(tx: Tx, channel: string): void {
  const database = tx.manager.dataSource;
  tx.afterCommit(() => notifySoon(database, channel));
}

function notifySoon(database: DataSource, channel: string): void {
  const channels = waiting.get(database) ?? new Set();
  waiting.set(database, channels);
  channels.add(channel);
  if (channels.size > 1) return;
  const notify = (): void => {
    const names = [...channels];
    channels.clear();
    database
      .query(`SELECT pg_notify(name, '') FROM unnest($1::text[]) AS name`, [names])
      .catch(() => undefined);
  };
  setTimeout(notify, GATHER_MS).unref();
}
