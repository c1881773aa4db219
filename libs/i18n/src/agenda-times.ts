import type { Temporal } from '#kernel';
import type { When } from './when.js';

/** When an item is: `10:00` on the clock of the meeting's zone; `until` is null where its minutes are not known. */
export interface AgendaTime {
  readonly from: string;
  readonly until: string | null;
}

/**
 * The times of agenda items, in their order, from the minutes of each: counted from the meeting's start until the first
 * whose minutes are not known. Null: not known, and always for a meeting without a time of day.
 */
export function agendaTimes(when: When, minutes: readonly (number | null)[]): readonly (AgendaTime | null)[] {
  if (when.kind === 'all-day') return minutes.map(() => null);
  let at: Temporal.ZonedDateTime | null = when.starts.toZonedDateTimeISO(when.zone);
  return minutes.map((length) => {
    const from = at;
    at = from === null || length === null ? null : from.add({ minutes: length });
    return from === null ? null : { from: clockOf(from), until: at === null ? null : clockOf(at) };
  });
}

function clockOf(at: Temporal.ZonedDateTime): string {
  return at.toPlainTime().toString({ smallestUnit: 'minute' });
}
