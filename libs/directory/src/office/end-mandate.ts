import { assertMay } from '#access';
import type { Tx } from '#database';
import { Temporal } from '#kernel';
import type { Id } from '#kernel';
import { factOf } from '#queue';
import type { Acting } from '../acting.js';
import { recordChange } from '../change-record.js';
import { refusing } from '../constraint-refusals.js';
import { MandateEnded } from '../directory.facts.js';
import { checkPeriod, isLonger, overlaps } from '../period.rules.js';
import { assertMayGiveOffice } from '../rights/office-rights.js';
import { lockMandate } from './lock-mandate.js';
import { scheduleTurns } from './mandate-turn.js';
import { Mandate } from './mandate.entity.js';
import type { MandateView } from './office-view.js';
import { noFreeSeat } from './seat.rules.js';

export interface MandateEnd {
  readonly id: Id;
  /** Null: it goes on without an end. */
  readonly lastDay: Temporal.PlainDate | null;
}

/**
 * Makes a day the last one of a mandate, and puts down what follows for the day after; a later day than before is
 * possible while nobody follows on the seat, and is refused as giving the office is: it gives rights for longer. The
 * same day again changes nothing. Holds the office's row lock, and for a later day the person's rights. Throws
 * `access.denied`, `access.more-than-own`, `mandate.not-found`, `period.not-in-order` for a day before the first one and
 * `office.no-free-seat` naming who follows.
 */
export async function endMandate(tx: Tx, acting: Acting, end: MandateEnd): Promise<MandateView> {
  const { mandate, others, institutionId, kind } = await lockMandate(tx, end.id);
  assertMay(acting.actor, 'mandate.change', { institutionIds: [institutionId] });
  const ended = { ...mandate, validUntil: end.lastDay };
  checkPeriod(ended);
  if (isSameDay(mandate.validUntil, end.lastDay)) return mandate;
  if (isLonger(ended, mandate)) {
    await assertMayGiveOffice(tx, acting, { kind, institutionId, personIds: [mandate.person.id] });
  }
  const following = others.filter((other) => isSameSeatOrPerson(other, ended) && overlaps(other, ended));
  if (following.length > 0) throw noFreeSeat(following);
  await refusing(() => tx.manager.update(Mandate, { id: end.id }, { validUntil: end.lastDay }));
  const { officeId, person } = mandate;
  await scheduleTurns(tx, acting, [{ ...ended, institutionId, formerLastDay: mandate.validUntil }]);
  await recordChange(tx, acting, {
    action: 'mandate.end',
    subjectKind: 'mandate',
    subjectId: end.id,
    institutionIds: [institutionId],
    before: { validUntil: mandate.validUntil },
    after: { validUntil: end.lastDay },
    fact: factOf(MandateEnded, { mandateId: end.id, officeId, personId: person.id }, acting.now),
  });
  return ended;
}

function isSameDay(one: Temporal.PlainDate | null, other: Temporal.PlainDate | null): boolean {
  return one === null || other === null ? one === other : one.equals(other);
}

function isSameSeatOrPerson(one: MandateView, other: MandateView): boolean {
  return one.seat === other.seat || one.person.id === other.person.id;
}
