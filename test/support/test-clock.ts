import { Clock, Temporal } from '#kernel';

/** A clock that stands still until it is moved. */
export class TestClock extends Clock {
  constructor(private at = Temporal.Instant.from('2026-03-02T09:00:00Z')) {
    super();
  }

  now(): Temporal.Instant {
    return this.at;
  }

  moveTo(at: Temporal.Instant | string): void {
    this.at = Temporal.Instant.from(at);
  }

  advance(duration: Temporal.DurationLike): void {
    this.at = this.at.add(duration);
  }
}
