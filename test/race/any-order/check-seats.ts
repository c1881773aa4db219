import assert from 'node:assert/strict';
import type { RegistrationState } from '#contracts';
import { Temporal } from '#kernel';
import type { Happening } from './happenings.js';
import type { Invited, Open, Registered, Snapshot } from './snapshot.js';

/*
 * What must be true of the rows, worked out anew from docs/participation.md rather than by the code under test.
 */

interface Step {
  readonly before: Snapshot;
  readonly after: Snapshot;
  readonly happening: Happening;
  readonly now: Temporal.Instant;
}

type Seated = Invited & { readonly registration: Registered };

/** Everybody stands as their answer says, and every offer and hold has an end that somebody looks at. */
export function checkStandings({ after, now }: Step): void {
  const { people, open, due } = after;
  assert.equal(
    people.filter(isRegistered).length,
    after.registrations,
    'a registration without its invitation',
  );
  for (const person of people) assert.ok(fits(person), `does not fit: ${JSON.stringify(person)}`);
  const ends = new Set(due.map(({ subjectId, dueAt }) => `${subjectId} ${instant(dueAt)}`));
  const isLookedAt = (id: string, until: string) =>
    ends.has(`${id} ${instant(until).add({ milliseconds: 1 })}`);
  for (const { registration } of people) {
    if (registration?.offeredUntil == null) continue;
    assert.ok(isLookedAt(registration.id, registration.offeredUntil), 'an offer for ever');
  }
  for (const one of open) {
    if (one.state === 'pending') assert.ok(isLookedAt(one.id, one.expiresAt), 'a hold for ever');
    if (one.state === 'expired') assert.equal(one.address, '');
    const invited = people.find(({ id }) => id === one.invitationId);
    assert.equal(one.state === 'confirmed', invited !== undefined, 'a confirmed guest is invited');
  }
  assert.ok(now);
}

const ANSWERED: Readonly<Record<string, readonly RegistrationState[]>> = {
  yes: ['confirmed', 'offered', 'waitlisted', 'awaiting_approval', 'cancelled'],
  no: ['declined'],
  maybe: ['tentative'],
  substitute: ['cancelled'],
};

function fits({ invitation, answer, registration }: Invited): boolean {
  if (registration === null) return answer === null;
  const { state, cause, seats, companions, offeredUntil } = registration;
  if (seats !== companions.length + 1 || (state === 'offered') !== (offeredUntil !== null)) return false;
  if (invitation === 'withdrawn') return state === 'cancelled';
  if (answer === null || !(ANSWERED[answer] ?? []).includes(state)) return false;
  if (answer === 'substitute') return cause === 'substitute';
  return state !== 'cancelled' || cause === 'refused' || cause === 'offer-lapsed';
}

/** Nobody gets a seat that is not there: of the meeting, of a kind, of those not kept, of a cluster's. */
export function checkLimits({ before, after, happening, now }: Step): void {
  const limits = limitsOf(after);
  const [had, have] = [takenBy(before, after, now), takenBy(after, after, now)];
  const sums = sumOf(have);
  const sumsBefore = sumOf(had);
  for (const [key, taken] of sums) {
    const limit = limits.get(key.startsWith('quota') ? 'quota' : key) ?? Infinity;
    if (taken <= limit) continue;
    // A seat that is passed on, or was held until it was confirmed, is somebody else's row and no other seat.
    const isHandedOn = happening.kind === 'substitute' || happening.kind === 'confirm';
    if (isHandedOn && taken <= (sumsBefore.get(key) ?? 0)) continue;
    const grown = have.filter(
      ({ id, keys, seats }) =>
        keys.includes(key) &&
        seats > (had.find((one) => one.id === id && one.keys.includes(key))?.seats ?? 0),
    );
    assert.deepEqual(grown, [], `${taken} seats of ${key}, which has ${limit}`);
  }
}

/** The place in line is kept, nobody is overtaken by whoever asks for the same, and no seat is left while somebody waits. */
export function checkLine(step: Step): void {
  const { before, after, now } = step;
  checkPlaces(step);
  const arrivals = after.people.map(({ registration }) => registration?.arrival ?? 0);
  assert.ok(after.meeting.lastArrival >= Math.max(0, ...arrivals), 'an arrival nobody counted');
  const isInOrder = after.meeting.seating.line === 'arrival' && !mayBypass(step.happening);
  if (isInOrder && !holdsFreed(before, now) && !holdsFreed(after, now)) checkOvertaking(step);
  if (isQuiet(after, now) && !holdsFreed(after, now)) {
    assert.deepEqual(firstLeftOut(after, now), [], 'somebody waits for a seat that is free');
  }
}

function checkPlaces({ before, after, happening }: Step): void {
  const had = registrationsOf(before);
  const left = new Set(leaversOf(happening, before));
  for (const { id, registration } of waiting(after)) {
    const was = had.get(registration.id);
    const { arrival } = registration;
    if (was?.state === 'waitlisted' && !left.has(id))
      assert.equal(arrival, was.arrival, 'a place in line lost');
    if ((was !== undefined && KEEPS_PLACE.has(was.state)) || happening.kind === 'substitute') continue;
    assert.ok(arrival > before.meeting.lastArrival, 'a newcomer who does not join the end');
  }
}

const KEEPS_PLACE: ReadonlySet<string> = new Set(['waitlisted', 'awaiting_approval', 'confirmed', 'offered']);

/** Whoever says no or maybe leaves the line, even if they say yes a moment later. */
function leaversOf(happening: Happening, { people }: Snapshot): readonly (string | undefined)[] {
  if (happening.kind !== 'answers') return [];
  const leaving = happening.answers.filter(({ answer }) => answer !== 'yes');
  return leaving.map(({ who }) => people[who % people.length]?.id);
}

/** Whether it gives seats past the line: to whom one was held for, whose colleague had one, and whom the host lets in. */
function mayBypass(happening: Happening): boolean {
  if (happening.kind === 'decide') return happening.decision === 'approve';
  return ['confirm', 'substitute', 'colleagues'].includes(happening.kind);
}

/** A group stands where the first of it stands. */
function checkOvertaking({ before, after }: Step): void {
  const had = registrationsOf(before);
  const isNewlySeated = ({ registration: { id, state } }: Seated) =>
    holds(state) && !holds(had.get(id)?.state);
  const placeOf = ({ registration: { arrival, groupId } }: Seated): number => {
    const group = [...had.values()].filter((one) => groupId !== null && one.groupId === groupId);
    const waited = group.filter(({ state }) => state === 'waitlisted');
    return Math.min(arrival, ...waited.map((one) => one.arrival));
  };
  const passed = waiting(after).filter((one) => hasWaited(one, had.get(one.registration.id)));
  for (const one of after.people.filter(isRegistered).filter(isNewlySeated)) {
    const overtaken = passed.filter(
      (other) => other.registration.arrival < placeOf(one) && asksNoMore(other, one, after),
    );
    assert.deepEqual(overtaken, [], `overtaken by ${JSON.stringify(one)}`);
  }
}

/** For the same as now, and with nobody else. */
function hasWaited({ registration }: Seated, was: Registered | undefined): boolean {
  if (was?.state !== 'waitlisted' || registration.groupId !== null) return false;
  return was.seats === registration.seats && was.contingentId === registration.contingentId;
}

function asksNoMore(one: Seated, other: Seated, seen: Snapshot): boolean {
  const keys = keysOf(other, seen);
  const isWithin = keysOf(one, seen).every((key) => keys.includes(key));
  return isWithin && one.registration.seats <= other.registration.seats;
}

function registrationsOf({ people }: Snapshot): ReadonlyMap<string, Registered> {
  const registered = people.filter(isRegistered);
  return new Map(registered.map(({ registration }) => [registration.id, registration]));
}

/** Neither the meeting is over nor anything that the clock work has not come by for. */
function isQuiet({ meeting, people, open }: Snapshot, now: Temporal.Instant): boolean {
  return (
    !isOver(meeting.endsAt, now) &&
    people.every(
      ({ registration }) => registration?.offeredUntil == null || !isOver(registration.offeredUntil, now),
    ) &&
    open.every(({ state, expiresAt }) => state !== 'pending' || !isOver(expiresAt, now))
  );
}

function holdsFreed({ meeting: { answerByAt, seating } }: Snapshot, now: Temporal.Instant): boolean {
  return answerByAt !== null && isOver(answerByAt, now) && seating.afterAnswerBy === 'host';
}

/** The first place in line that could have its seats; nobody if all is well. */
function firstLeftOut(seen: Snapshot, now: Temporal.Instant): readonly string[] {
  const limits = limitsOf(seen);
  const taken = sumOf(takenBy(seen, seen, now));
  if ((taken.get('all') ?? 0) >= (limits.get('all') ?? Infinity)) return [];
  const closed = new Set<string>();
  for (const place of lineOf(seen)) {
    const demand = sumOf(
      place.map((one) => ({ id: one.id, seats: one.registration.seats, keys: keysOf(one, seen) })),
    );
    const lacks = ([key, seats]: [string, number]) =>
      (taken.get(key) ?? 0) + seats > (limits.get(key.startsWith('quota') ? 'quota' : key) ?? Infinity);
    const lacking = [...demand].filter(lacks).map(([key]) => key);
    if (lacking.some((key) => key.startsWith('quota'))) continue;
    const isHeldUp = [...demand.keys()].some((key) => closed.has(key));
    for (const key of lacking) closed.add(key);
    if (lacking.length === 0 && !isHeldUp)
      return place.map(({ registration }) => JSON.stringify(registration));
  }
  return [];
}

/** By arrival, groups as one, those first whose clusters nobody represents where the meeting says so. */
function lineOf(seen: Snapshot): readonly (readonly Seated[])[] {
  const inOrder = waiting(seen).toSorted(
    (one, other) => one.registration.arrival - other.registration.arrival,
  );
  const places = [...Map.groupBy(inOrder, ({ registration: { id, groupId } }) => groupId ?? id).values()];
  if (seen.meeting.seating.line === 'arrival') return places;
  const present = new Set(
    seen.people.flatMap(({ registration, clusters }) => (holds(registration?.state) ? clusters : [])),
  );
  const isFirst = places.map((place) => {
    const clusters = place.flatMap((one) => one.clusters);
    const first = clusters.some((cluster) => !present.has(cluster));
    for (const cluster of clusters) present.add(cluster);
    return first;
  });
  return [...places.filter((_, index) => isFirst[index]), ...places.filter((_, index) => !isFirst[index])];
}

interface Taken {
  readonly id: string;
  readonly seats: number;
  /** The limits it counts for. */
  readonly keys: readonly string[];
}

/** Whoever has seats, as the later meeting counts them. */
function takenBy({ people, open }: Snapshot, counting: Snapshot, now: Temporal.Instant): readonly Taken[] {
  const kept = new Map(
    counting.people.map(({ id, reservedSeat, clusters }) => [id, { reservedSeat, clusters }]),
  );
  const seated = people.filter(isRegistered).filter(({ registration }) => holds(registration.state));
  return [
    ...seated.map((one) => ({
      id: one.registration.id,
      seats: one.registration.seats,
      keys: keysOf({ ...one, ...kept.get(one.id) }, counting),
    })),
    ...open
      .filter((one) => isHeld(one, now))
      .map((one) => ({
        id: one.id,
        seats: one.seats,
        keys: sharedKeys(one.contingentId, false, counting),
      })),
  ];
}

function isHeld({ state, holds: hasSeats, expiresAt }: Open, now: Temporal.Instant): boolean {
  return state === 'pending' && hasSeats && !isOver(expiresAt, now);
}

function keysOf({ registration, reservedSeat, clusters }: Seated, seen: Snapshot): readonly string[] {
  const { reserved, quota } = seen.meeting.seating;
  const isKept = reserved > 0 && reservedSeat;
  const counted = quota === null || isKept ? [] : clusters.map((id) => `quota of ${id}`);
  return [...sharedKeys(registration.contingentId, isKept, seen), ...counted];
}

function sharedKeys(
  contingentId: string | null,
  isKept: boolean,
  { meeting: { seating } }: Snapshot,
): readonly string[] {
  const { contingents } = seating;
  const kind = contingents.find(({ id }) => id === contingentId) ?? contingents[0];
  return ['all', ...(isKept ? [] : ['ordinary']), ...(kind === undefined ? [] : [kind.id])];
}

function limitsOf({ meeting: { capacity, seating } }: Snapshot): ReadonlyMap<string, number> {
  return new Map([
    ['all', capacity ?? Infinity],
    ['ordinary', (capacity ?? Infinity) - seating.reserved],
    ['quota', seating.quota?.seats ?? Infinity],
    ...seating.contingents.map(({ id, seats }) => [id, seats ?? Infinity] as const),
  ]);
}

function sumOf(taken: readonly Taken[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { seats, keys } of taken) for (const key of keys) sums.set(key, (sums.get(key) ?? 0) + seats);
  return sums;
}

function waiting({ people }: Snapshot): readonly Seated[] {
  return people.filter(isRegistered).filter(({ registration }) => registration.state === 'waitlisted');
}

function isRegistered(person: Invited): person is Seated {
  return person.registration !== null;
}

function holds(state: RegistrationState | undefined): boolean {
  return state === 'confirmed' || state === 'offered';
}

function isOver(at: string, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(instant(at), now) < 0;
}

function instant(at: string): Temporal.Instant {
  return Temporal.Instant.from(at);
}
