import type { Reader } from '#database';
import { Temporal } from '#kernel';
import type { Id } from '#kernel';
import type { Meeting } from '#meetings';
import { lineOrder } from '../rules/line.rules.js';
import { readSeatFacts } from '../seats/read-seat-facts.js';

/** Everybody's place in a meeting's line, by registration; 1 is next, and who waits together has one place. */
export async function findPlacesInLine(reader: Reader, meeting: Meeting): Promise<ReadonlyMap<Id, number>> {
  // Only what is offered, not who stands where, depends on the time.
  const { lineRule, waiting, held } = await readSeatFacts(
    reader,
    meeting,
    Temporal.Instant.fromEpochMilliseconds(0),
  );
  const places = lineOrder({ rule: lineRule, waiting }, held);
  return new Map(
    places.flatMap((place, index) => place.map(({ registrationId }) => [registrationId, index + 1] as const)),
  );
}
