import type { SeatLimit } from '#contracts';
import type { Reader } from '#database';
import { Temporal } from '#kernel';
import type { Id } from '#kernel';
import type { Meeting } from '#meetings';
import { lineOrder, nextInLine } from '../rules/line.rules.js';
import { tooSmallFor } from '../rules/seats.rules.js';
import { seatLimitOf } from '../seats/party-of.js';
import { readSeatFacts } from '../seats/read-seat-facts.js';

/** How somebody stands in line. */
export interface PlaceInLine {
  /** 1 is next, and who waits together has one place; null for whom no seat can come free. */
  readonly place: number | null;
  /** The limit that has become too small for them, and how many it lets in. */
  readonly exceeds: { readonly limit: SeatLimit; readonly most: number } | null;
}

export const NO_PLACE: PlaceInLine = { place: null, exceeds: null };

/** Everybody's place in a meeting's line, by registration. */
export async function findPlacesInLine(
  reader: Reader,
  meeting: Meeting,
): Promise<ReadonlyMap<Id | undefined, PlaceInLine>> {
  const { lineRule, waiting, held, limits } = await readLine(reader, meeting);
  const places = new Map<Id, PlaceInLine>();
  let last = 0;
  for (const entries of lineOrder({ rule: lineRule, waiting }, held)) {
    const tooSmall = tooSmallFor(
      limits,
      entries.map(({ party }) => party),
    );
    const standing =
      tooSmall === null
        ? { place: (last += 1), exceeds: null }
        : { place: null, exceeds: { limit: seatLimitOf(meeting, tooSmall.limit), most: tooSmall.most } };
    for (const { registrationId } of entries) places.set(registrationId as Id, standing);
  }
  return places;
}

/** Who is next in line, how many come only together, and what they lack; null: nobody waits who can ever have a seat. */
export async function findNextInLine(
  reader: Reader,
  meeting: Meeting,
): Promise<{ readonly seats: number; readonly lacks: SeatLimit[] } | null> {
  const { lineRule, waiting, held, limits } = await readLine(reader, meeting);
  const next = nextInLine({ rule: lineRule, waiting }, limits, held);
  if (next === null) return null;
  return { seats: next.seats, lacks: next.lacks.map((limit) => seatLimitOf(meeting, limit)) };
}

/** Only what is offered, not who stands where, depends on the time. */
async function readLine(reader: Reader, meeting: Meeting) {
  return readSeatFacts(reader, meeting, Temporal.Instant.fromEpochMilliseconds(0));
}
