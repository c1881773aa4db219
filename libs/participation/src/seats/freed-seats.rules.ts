import { Temporal } from '#kernel';
import type { Meeting } from '#meetings';
import type { SeatFacts } from '../rules/registration.rules.js';

/** Whoever is offered a seat has at least so long to take it. */
const SHORTEST_OFFER_MINUTES = 30;
/** An offer lasts at most this part of the time that is left, so that others can still have the seat. */
const PART_OF_TIME_LEFT = 4;

type Times = Pick<Meeting, 'startsAt' | 'answerByAt' | 'seating'>;

/** What becomes of a seat that comes free now. */
export function freedSeats(meeting: Times, now: Temporal.Instant): SeatFacts['freed'] {
  const { answerByAt, seating } = meeting;
  if (answerByAt !== null && Temporal.Instant.compare(now, answerByAt) > 0) {
    return seating.afterAnswerBy === 'host' ? 'hold' : 'promote';
  }
  const offerEnd = offerEndsAt(meeting, now);
  const isWorthwhile = offerEnd !== null && minutesBetween(now, offerEnd) >= SHORTEST_OFFER_MINUTES;
  return isWorthwhile ? 'offer' : 'promote';
}

/** Until when an offer made now holds the seat: shorter near the start. Null where seats are not offered. */
export function offerEndsAt(
  { startsAt, seating: { offerHours } }: Times,
  now: Temporal.Instant,
): Temporal.Instant | null {
  if (offerHours === null) return null;
  const part = Math.floor(minutesBetween(now, startsAt) / PART_OF_TIME_LEFT);
  const minutes = Math.min(offerHours * 60, part);
  return now.add({ minutes });
}

function minutesBetween(one: Temporal.Instant, other: Temporal.Instant): number {
  return (other.epochMilliseconds - one.epochMilliseconds) / 60_000;
}
