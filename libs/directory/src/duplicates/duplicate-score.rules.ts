import type { DuplicateReason } from '#contracts';

const WEIGHTS: Readonly<Record<DuplicateReason, number>> = {
  'same-name': 60,
  'same-address': 50,
  'alike-name': 30,
  'same-institution': 20,
};

/** How sure it is that two people are one, from 0 to 100. */
export function duplicateScore(reasons: readonly DuplicateReason[]): number {
  return Math.min(
    100,
    reasons.reduce((sum, reason) => sum + WEIGHTS[reason], 0),
  );
}

/**
 * Whether it is worth showing: the same name, the same address of their own, or a name that is alike in the same
 * institution. Of many thousands of people many have names that are alike.
 */
export function isSuggestion(reasons: readonly DuplicateReason[]): boolean {
  return (
    reasons.includes('same-name') ||
    reasons.includes('same-address') ||
    (reasons.includes('alike-name') && reasons.includes('same-institution'))
  );
}
