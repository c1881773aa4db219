import type { Tx } from '#database';
import type { Id, Temporal } from '#kernel';
import { defineDueWork, scheduleDueWork } from '#queue';

/** An offer is over; the row's subject is the registration. */
export const OfferDue = defineDueWork<Record<never, never>>('registration.offer-lapses');

/** Has the offers of these registrations looked at once they are over. */
export async function scheduleOffers(
  tx: Tx,
  registrationIds: readonly Id[],
  offeredUntil: Temporal.Instant,
): Promise<void> {
  // An offer holds until the end of the moment that the mail names.
  const dueAt = offeredUntil.add({ milliseconds: 1 });
  const rows = registrationIds.map((subjectId) => ({ subjectId, dueAt, payload: {} }));
  await scheduleDueWork(tx, OfferDue, rows);
}
