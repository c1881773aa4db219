import type { Id, Temporal } from '#kernel';

/** An office asked about on a day. */
export interface OfficeOnDay {
  readonly officeId: Id;
  readonly day: Temporal.PlainDate;
}
