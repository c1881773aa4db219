import type { AttendanceState } from '#contracts';
import { Temporal } from '#kernel';
import type { Id } from '#kernel';

/** What became of a mark: taken; a later one stands already; it was taken before; nobody is known by that key. */
export type MarkOutcome = 'taken' | 'older' | 'repeated' | 'unknown';

/** The seat or the walk-in that a key names. */
export type MarkTarget = { readonly registrationId: Id; readonly guest: number } | { readonly walkInId: Id };

/** Reads `<registration>.<guest>`, or a walk-in's id. */
export function readKey(key: string): MarkTarget {
  const [id = '', guest] = key.split('.');
  return guest === undefined ? { walkInId: id } : { registrationId: id, guest: Number(guest) };
}

export interface Standing {
  readonly state: AttendanceState | null;
  readonly markedAt: Temporal.Instant;
}

/** Whether a mark counts: the last by its own time wins, and of two of the same moment the one that arrives later. */
export function counts(mark: Pick<Standing, 'markedAt'>, standing: Standing | null): boolean {
  return standing === null || Temporal.Instant.compare(mark.markedAt, standing.markedAt) >= 0;
}
