import { assertMay } from '#access';
import type { Tx } from '#database';
import { DomainError, Temporal } from '#kernel';
import type { Id } from '#kernel';
import { factOf } from '#queue';
import type { Acting } from '../acting.js';
import { recordChange } from '../change-record.js';
import { refusing } from '../constraint-refusals.js';
import { MandateEnded } from '../directory.facts.js';
import { checkPeriod, overlaps } from '../period.rules.js';
import { readMandates, selectMandates } from './find-mandates.js';
import { lockOffice } from './lock-office.js';
import { Mandate } from './mandate.entity.js';
import type { MandateView } from './office-view.js';
import { noFreeSeat } from './seat.rules.js';

export interface MandateEnd {
  readonly id: Id;
  readonly lastDay: Temporal.PlainDate;
}

/**
 * Makes a day the last one of a mandate; a later day than before is possible while nobody follows on the seat. The same
 * day again changes nothing. Holds the office's row lock. Throws `access.denied`, `mandate.not-found`,
 * `period.not-in-order` for a day before the first one and `office.no-free-seat` naming who follows.
 */
export async function endMandate(tx: Tx, acting: Acting, end: MandateEnd): Promise<MandateView> {
  const { mandate, others, institutionId } = await lockMandate(tx, end.id);
  assertMay(acting.actor, 'mandate.change', { institutionIds: [institutionId] });
  const ended = { ...mandate, validUntil: end.lastDay };
  checkPeriod(ended);
  if (mandate.validUntil?.equals(end.lastDay) === true) return mandate;
  const following = others.filter((other) => isSameSeatOrPerson(other, ended) && overlaps(other, ended));
  if (following.length > 0) throw noFreeSeat(following);
  await refusing(() => tx.manager.update(Mandate, { id: end.id }, { validUntil: end.lastDay }));
  const { officeId, person } = mandate;
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

/** Reads the mandate and its office's others under the office's lock. */
async function lockMandate(tx: Tx, id: Id) {
  const found = await tx.manager.findOne(Mandate, { select: { id: true, officeId: true }, where: { id } });
  if (found === null) throw new DomainError('mandate.not-found');
  const { institutionId } = await lockOffice(tx, found.officeId);
  const all = await readMandates(selectMandates(tx).where({ officeId: found.officeId }));
  const mandate = all.find((one) => one.id === id);
  if (mandate === undefined) throw new DomainError('mandate.not-found');
  return { mandate, others: all.filter((one) => one.id !== id), institutionId };
}

function isSameSeatOrPerson(one: MandateView, other: MandateView): boolean {
  return one.seat === other.seat || one.person.id === other.person.id;
}
