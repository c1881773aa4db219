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
