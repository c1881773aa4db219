import { admissible } from '../rules/line.rules.js';
import type { Waiting } from '../rules/line.rules.js';
import type { SeatFacts } from '../rules/registration.rules.js';

export type TogetherState = 'confirmed' | 'waitlisted' | 'awaiting_approval';

/**
 * What becomes of people who come only together: all of them get seats, or all of them wait, with whoever of the group
 * waits already. Pure.
 */
export function decideTogether(
  facts: SeatFacts,
  entries: readonly Waiting[],
  joins: string | null,
): TogetherState {
  if (facts.approval) return 'awaiting_approval';
  const group = entries[0]?.group ?? null;
  const waiting = [
    ...facts.waiting.map((one) => (one.registrationId === joins ? { ...one, group } : one)),
    ...entries,
  ];
  const { admitted } = admissible({ rule: facts.lineRule, waiting }, facts.limits, facts.held);
  const isIn = (entry: Waiting) => admitted.some((one) => one.registrationId === entry.registrationId);
  return entries.every(isIn) && !isHeldBack(facts, joins) ? 'confirmed' : 'waitlisted';
}

/** Whom the host lets wait goes on waiting, whoever joins them. */
function isHeldBack({ freed }: SeatFacts, joins: string | null): boolean {
  return freed === 'hold' && joins !== null;
}
