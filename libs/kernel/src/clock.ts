import { Temporal } from 'temporal-polyfill';

/** The only source of "now". Rules take the instant as a parameter; use cases ask the injected clock. */
export abstract class Clock {
  abstract now(): Temporal.Instant;

  /** The day in the given IANA zone. */
  today(zone: string): Temporal.PlainDate {
    return this.now().toZonedDateTimeISO(zone).toPlainDate();
  }
}

/** The machine's clock, in milliseconds. */
export class SystemClock extends Clock {
  now(): Temporal.Instant {
    return Temporal.Instant.fromEpochMilliseconds(Date.now());
  }
}
