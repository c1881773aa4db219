import { defineDueWork } from '#queue';

/** A poll's audience is being asked; the row's subject is the operation. */
export const PollAskDue = defineDueWork<Record<never, never>>('poll.ask');
/** Whoever is silent is to be reminded; the row's subject is the poll. */
export const PollReminderDue = defineDueWork<Record<never, never>>('poll.remind');
/** The deadline has come; the row's subject is the poll. */
export const PollCloseDue = defineDueWork<Record<never, never>>('poll.close');
