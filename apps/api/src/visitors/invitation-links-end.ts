import type { Temporal } from '#kernel';

// Long enough to look up what it was, short enough that an old mail opens nothing.
const DAYS_AFTER_THE_MEETING = 30;

/** Whether the links of a meeting's invitations open nothing any more. */
export function isLinkOver(
  { endsAt }: { readonly endsAt: Temporal.Instant },
  now: Temporal.Instant,
): boolean {
  return endsAt.add({ hours: DAYS_AFTER_THE_MEETING * 24 }).epochMilliseconds < now.epochMilliseconds;
}

interface Linked {
  readonly isWithdrawn: boolean;
  readonly endsAt: Temporal.Instant;
}

/** Why a link that leads to somebody's invitation or registration opens nothing any more, or null. */
export function goneBecause(
  { isWithdrawn, endsAt }: Linked,
  now: Temporal.Instant,
): 'withdrawn' | 'expired' | null {
  if (isWithdrawn) return 'withdrawn';
  return isLinkOver({ endsAt }, now) ? 'expired' : null;
}
