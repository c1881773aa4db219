import { insertRows } from '#database';
import type { Tx } from '#database';
import { newId } from '#kernel';
import type { Temporal } from '#kernel';
import type { FactDefinition } from './definitions.js';
import { Fact } from './fact.entity.js';
import { FACT_CHANNEL, wakeAfterCommit } from './wake.js';

/** A fact that is about to be recorded; made by `factOf`. */
export type NewFact = Pick<Fact, 'type' | 'payload' | 'occurredAt'>;

/** A fact of the definition's type. */
export function factOf<Shape extends object>(
  definition: FactDefinition<Shape>,
  payload: Shape,
  occurredAt: Temporal.Instant,
): NewFact {
  return { type: definition.type, payload, occurredAt };
}

/**
 * Writes what happened in the caller's transaction, as multi-row statements, and wakes the relay after the commit.
 * Every subscriber gets every fact at least once, in no promised order.
 */
export async function recordFacts(tx: Tx, facts: readonly NewFact[]): Promise<void> {
  if (facts.length === 0) return;
  await insertRows(
    tx,
    Fact,
    facts.map((fact) => ({ ...fact, id: newId(), publishedAt: null })),
  );
  wakeAfterCommit(tx, FACT_CHANNEL);
}
