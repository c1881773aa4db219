import { Temporal } from '#kernel';
import type { SheetWords } from './sheet-words.js';

interface Span {
  readonly startsLocal: string;
  readonly endsLocal: string;
  readonly allDay: boolean;
}

/** Beginning and end by the meeting's own clock; without time of day the first and the last day. */
export function wallSpan({ startsLocal, endsLocal, allDay }: Span, { clock, day }: SheetWords) {
  if (!allDay) return { starts: clock(startsLocal), ends: clock(endsLocal) };
  // It ends at 00:00 of the day after.
  const last = Temporal.PlainDateTime.from(endsLocal).subtract({ days: 1 }).toPlainDate();
  return { starts: day(startsLocal.slice(0, 10)), ends: day(last.toString()) };
}
