import { types } from 'pg';
import { Temporal } from '#kernel';

const { builtins } = types;

/**
 * Instants, wall clocks and days are read from PostgreSQL's text into Temporal and written back as text; a JS Date
 * would pass through the process's zone. TypeORM leaves values alone that are neither strings nor Dates, and pg asks
 * parameters for `toPostgres`.
 */
export function registerTemporalTypes(): void {
  types.setTypeParser(builtins.TIMESTAMPTZ, instantParser());
  types.setTypeParser(builtins.TIMESTAMP, (text) => Temporal.PlainDateTime.from(text.replace(' ', 'T')));
  types.setTypeParser(builtins.DATE, (text) => Temporal.PlainDate.from(text));
  types.setTypeParser(builtins.INT8, Number);
  for (const type of [Temporal.Instant, Temporal.PlainDateTime, Temporal.PlainDate]) {
    Object.defineProperty(type.prototype, 'toPostgres', {
      value: type.prototype.toString,
      configurable: true,
    });
  }
}

/** Rows that are read together often name the same moment, which is costly to parse. */
function instantParser(): (text: string) => Temporal.Instant {
  let last = { text: '', instant: new Temporal.Instant(0n) };
  return (text) => {
    if (text !== last.text) last = { text, instant: Temporal.Instant.from(text.replace(' ', 'T')) };
    return last.instant;
  };
}
