import type { Successors } from '#contracts';
import type { Id } from '#kernel';
import { Temporal } from '#kernel';
import type { Period } from '../period.rules.js';

export interface SeatMandate extends Period {
  readonly seat: number;
  readonly personId: Id;
}

export interface EmptySeats {
  readonly seats: number;
  readonly since: Temporal.PlainDate | null;
  readonly filledFrom: Temporal.PlainDate | null;
}

/** Whom an office yields, which of its seats yield nobody, and when that changes by itself. */
export interface AskedHolders {
  readonly personIds: readonly Id[];
  readonly vacancies: readonly EmptySeats[];
  readonly nextChangeOn: Temporal.PlainDate | null;
}

interface When {
  readonly meetingDay: Temporal.PlainDate;
  /** In the zone of the office's institution. */
  readonly today: Temporal.PlainDate;
  readonly successors: Successors;
}

/**
 * Who is asked for an office, seat by seat: whoever holds the seat on the meeting's day. If they have not begun yet, it
 * is the present holder of the seat until they do, unless successors are asked at once. A seat that nobody holds on the
 * meeting's day is vacant, also while somebody holds it at present. Takes all mandates of the office. Pure.
 */
export function askHolders(seats: number, mandates: readonly SeatMandate[], when: When): AskedHolders {
  const asked = Array.from({ length: seats }, (_, index) => {
    const own = mandates.filter(({ seat }) => seat === index + 1);
    return askSeat(own, when);
  });
  return {
    personIds: [...new Set(asked.flatMap(({ personId }) => personId ?? []))],
    vacancies: groupEmpty(asked.flatMap(({ empty }) => empty ?? [])),
    nextChangeOn: earliest(asked.flatMap(({ changesOn }) => changesOn ?? [])),
  };
}

interface AskedSeat {
  readonly personId?: Id;
  readonly empty?: Omit<EmptySeats, 'seats'>;
  readonly changesOn?: Temporal.PlainDate;
}

function askSeat(mandates: readonly SeatMandate[], { meetingDay, today, successors }: When): AskedSeat {
  const held = mandates.find((mandate) => isInForce(mandate, meetingDay));
  if (held === undefined) return { empty: emptyOn(mandates, meetingDay) };
  const hasBegun = !isAfter(held.validFrom, today);
  if (hasBegun || successors === 'at-once') return { personId: held.personId };
  const present = mandates.find((mandate) => isInForce(mandate, today));
  const changesOn = held.validFrom;
  return present === undefined
    ? { empty: emptyOn(mandates, today), changesOn }
    : { personId: present.personId, changesOn };
}

function emptyOn(mandates: readonly SeatMandate[], day: Temporal.PlainDate): Omit<EmptySeats, 'seats'> {
  const ends = mandates.flatMap(({ validUntil }) =>
    validUntil !== null && isAfter(day, validUntil) ? [validUntil] : [],
  );
  const begins = mandates.flatMap(({ validFrom }) => (isAfter(validFrom, day) ? [validFrom] : []));
  return { since: latest(ends)?.add({ days: 1 }) ?? null, filledFrom: earliest(begins) };
}

/** Seats with the same story are told together. */
function groupEmpty(empty: readonly Omit<EmptySeats, 'seats'>[]): readonly EmptySeats[] {
  const groups = Map.groupBy(empty, ({ since, filledFrom }) => `${since} ${filledFrom}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ ...first, seats: group.length }];
  });
}

function isInForce({ validFrom, validUntil }: Period, day: Temporal.PlainDate): boolean {
  return !isAfter(validFrom, day) && (validUntil === null || !isAfter(day, validUntil));
}

function isAfter(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) > 0;
}

function earliest(days: readonly Temporal.PlainDate[]): Temporal.PlainDate | null {
  return days.toSorted((one, other) => Temporal.PlainDate.compare(one, other)).at(0) ?? null;
}

function latest(days: readonly Temporal.PlainDate[]): Temporal.PlainDate | null {
  return days.toSorted((one, other) => Temporal.PlainDate.compare(one, other)).at(-1) ?? null;
}
