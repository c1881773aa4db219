import { Column } from 'typeorm';
import type { ColumnOptions } from 'typeorm';

/** An instant: `timestamptz`, a Temporal.Instant in code. */
export function InstantColumn(options: ColumnOptions = {}): PropertyDecorator {
  return Column({ ...options, type: 'timestamptz' });
}

/** A wall clock without its zone: `timestamp`, a Temporal.PlainDateTime in code. */
export function WallClockColumn(options: ColumnOptions = {}): PropertyDecorator {
  return Column({ ...options, type: 'timestamp' });
}

/** A day: `date`, a Temporal.PlainDate in code. */
export function DayColumn(options: ColumnOptions = {}): PropertyDecorator {
  return Column({ ...options, type: 'date' });
}
