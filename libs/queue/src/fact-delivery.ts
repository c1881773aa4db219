import { Temporal } from '#kernel';
import type { DueWorkHandler, FactSubscriber } from './handlers.js';

/** What the row of due work carries that hands a fact, its subject, to a subscriber. */
export interface Delivery {
  readonly payload: object;
  readonly occurredAt: string;
}

/** The kind of due work that delivers to the subscriber of that name. */
export function deliveryKind(subscriberName: string): string {
  return `fact.${subscriberName}`;
}

/** Delivering as due work. */
export function deliveryTo(subscriber: FactSubscriber<unknown>): DueWorkHandler<unknown> {
  return {
    handle: async ({ subjectId, payload }) => {
      const delivery = payload as Delivery;
      const occurredAt = Temporal.Instant.from(delivery.occurredAt);
      await subscriber.handle({ id: subjectId, payload: delivery.payload, occurredAt });
    },
  };
}
