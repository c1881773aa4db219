import { isAftermath } from './sql-state.js';

type Results<Work extends readonly unknown[]> = { -readonly [Index in keyof Work]: Awaited<Work[Index]> };

/**
 * Waits for work within one transaction whose statements do not need one another's results: they are sent together and
 * the server works through them in the order in which they were sent. Rejects with what failed of itself, but only when all
 * has ended: `Promise.all` would let the transaction be rolled back while the rest goes on, and a statement that is sent
 * after the ROLLBACK is committed by itself.
 */
export async function together<const Work extends readonly unknown[]>(...work: Work): Promise<Results<Work>> {
  const failures: unknown[] = [];
  const settled = await Promise.all(
    work.map((one) => Promise.resolve(one).catch((error: unknown) => void failures.push(error))),
  );
  if (failures.length > 0) throw failures.find((one) => !isAftermath(one)) ?? failures[0];
  return settled as Results<Work>;
}
