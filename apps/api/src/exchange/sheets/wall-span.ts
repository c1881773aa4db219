import { Temporal } from '#kernel';
import type { SheetWords } from './sheet-words.js';

interface Span {
  readonly startsLocal: string;
  readonly endsLocal: string;
  readonly allDay: boolean;
}

/** Beginning and end by the meeting's own clock; without time of day the first and the last day. */
export function wallSpan({ startsLocal, endsLocal, allDay }: Span, { clockCell, dayCell }: SheetWords) {
  if (!allDay) return { starts: clockCell(startsLocal), ends: clockCell(endsLocal) };
  // It ends at 00:00 of the day after.
  const last = Temporal.PlainDateTime.from(endsLocal).subtract({ days: 1 }).toPlainDate();
  return { starts: dayCell(startsLocal.slice(0, 10)), ends: dayCell(last.toString()) };
}
