import type { Temporal } from '#kernel';

const LIFETIME_HOURS = 30 * 24;
const RENEWAL_HOURS = 24;

/** How long a session lasts that is not used: 30 days. */
export const sessionLifetimeSeconds = LIFETIME_HOURS * 3600;

/** Until when a session used now is good. */
export function sessionEnd(now: Temporal.Instant): Temporal.Instant {
  return now.add({ hours: LIFETIME_HOURS });
}

/** Whether using the session now moves its end; at most once a day, so that reading stays reading. */
export function isRenewalDue(expiresAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return sessionEnd(now).since(expiresAt).total('hours') >= RENEWAL_HOURS;
}
