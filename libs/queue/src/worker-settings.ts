/**
 * How soon a job is taken over from a process that died: its lock runs out after `lockDuration` at most, and somebody
 * looks every `stalledInterval` (milliseconds, as BullMQ takes them).
 */
export const TAKE_OVER = { lockDuration: 10_000, stalledInterval: 5_000, maxStalledCount: 5 } as const;

/** Nobody reads BullMQ's stream of events; it is trimmed to about this length. */
export const EVENTS_KEPT = { streams: { events: { maxLen: 100 } } } as const;
