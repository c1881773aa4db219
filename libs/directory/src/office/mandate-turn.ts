import type { Tx } from '#database';
import { Temporal } from '#kernel';
import type { Id } from '#kernel';
import { cancelDueWork, defineDueWork, scheduleDueWork } from '#queue';
import type { Acting } from '../acting.js';
import { findInstitutions } from '../institution/find-institutions.js';
import type { Mandate } from './mandate.entity.js';

/** What the day on which an office changes hands needs to know; the row's subject is the mandate. */
export interface MandateTurn {
  readonly officeId: Id;
  /** Who set it going. */
  readonly actorPersonId: Id | null;
}

/** A mandate begins: due at 00:00 of its first day. What follows is done by a higher lib, under these two names. */
export const MandateBegins = defineDueWork<MandateTurn>('mandate.begins');
/** A mandate has ended: due at 00:00 of the day after its last one. */
export const MandateEnds = defineDueWork<MandateTurn>('mandate.ends');

interface ChangedMandate extends Pick<Mandate, 'id' | 'officeId' | 'validFrom' | 'validUntil'> {
  readonly institutionId: Id;
  /** Only for one that ended otherwise before. */
  readonly formerLastDay?: Temporal.PlainDate | null;
}

/**
 * Puts down in the caller's transaction what follows on the day each mandate begins and on the day after it ends, both
 * in the institution's zone; days that have passed are due at once. A last day that is taken back takes its work along.
 */
export async function scheduleTurns(
  tx: Tx,
  { actor, now }: Acting,
  mandates: readonly ChangedMandate[],
): Promise<void> {
  if (mandates.length === 0) return;
  const institutions = await findInstitutions(tx, [
    ...new Set(mandates.map(({ institutionId }) => institutionId)),
  ]);
  const turns = mandates.map((mandate) => {
    const timeZone = institutions.get(mandate.institutionId)?.zone ?? 'UTC';
    const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime({ timeZone }).toInstant();
    return { mandate, startOf, payload: { officeId: mandate.officeId, actorPersonId: actor.personId } };
  });
  const begins = turns.flatMap(({ mandate: { id, validFrom, formerLastDay }, startOf, payload }) => {
    const isNew = formerLastDay === undefined;
    const hadEnded = formerLastDay != null && isPast(startOf(formerLastDay.add({ days: 1 })), now);
    const dueAt = isNew ? startOf(validFrom) : now;
    return isNew || hadEnded ? [{ subjectId: id, dueAt, payload }] : [];
  });
  const ends = turns.flatMap(({ mandate: { id, validUntil }, startOf, payload }) =>
    validUntil === null ? [] : [{ subjectId: id, dueAt: startOf(validUntil.add({ days: 1 })), payload }],
  );
  const open = mandates.filter(({ validUntil }) => validUntil === null).map(({ id }) => id);
  await scheduleDueWork(tx, MandateBegins, begins);
  await cancelDueWork(tx, MandateEnds, open);
  await scheduleDueWork(tx, MandateEnds, ends);
}

/** Takes back what was put down for the mandate. */
export async function cancelTurns(tx: Tx, mandateId: Id): Promise<void> {
  await cancelDueWork(tx, MandateBegins, [mandateId]);
  await cancelDueWork(tx, MandateEnds, [mandateId]);
}

function isPast(one: Temporal.Instant, now: Temporal.Instant): boolean {
  return one.epochMilliseconds <= now.epochMilliseconds;
}
