import type { UsedDatabase } from './use-database.js';

const PATIENCE_MS = 60_000;

/** Returns once as many transactions of the test's database wait for a lock. Throws after a minute. */
export async function untilBlocked(database: Pick<UsedDatabase, 'rows'>, transactions = 1): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    const waiting = await database.rows(
      `SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
    );
    if (waiting.length >= transactions) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`fewer than ${transactions} transactions came to wait for a lock`);
}
