import { assertMay, scopeOf } from '#access';
import { insertRows } from '#database';
import type { Tx } from '#database';
import { newId } from '#kernel';
import type { Id } from '#kernel';
import { factOf } from '#queue';
import type { Acting } from '../acting.js';
import { recordChange } from '../change-record.js';
import { refusing } from '../constraint-refusals.js';
import { MandateGiven } from '../directory.facts.js';
import { checkPeriod } from '../period.rules.js';
import { getPerson } from '../person/list-people.js';
import { assertMayGiveOffice } from '../rights/office-rights.js';
import { readMandates, selectMandates } from './find-mandates.js';
import { lockOffice } from './lock-office.js';
import { Mandate } from './mandate.entity.js';
import type { MandateView } from './office-view.js';
import { scheduleTurns } from './mandate-turn.js';
import { firstFreeSeat } from './seat.rules.js';
import type { SeatWish } from './seat.rules.js';

export interface NewMandate extends SeatWish {
  readonly officeId: Id;
}

/**
 * Gives a person the first seat of the office that is free for the whole period, and puts down what follows for the
 * days on which it begins and ends. Holds the office's row lock, so that
 * of two at once the second sees the first's seat; the exclusion constraint has the last word (`mandate.overlaps`).
 * Throws `access.denied`, `access.more-than-own`, `office.not-found`, `person.not-found`, `period.not-in-order`,
 * `mandate.person-holds-office` and `office.no-free-seat`.
 */
export async function giveMandate(tx: Tx, acting: Acting, input: NewMandate): Promise<MandateView> {
  checkPeriod(input);
  const { officeId, personId, validFrom, validUntil } = input;
  const { seats, institutionId, kind } = await lockOffice(tx, officeId);
  assertMay(acting.actor, 'mandate.change', { institutionIds: [institutionId] });
  const person = await getPerson(tx, scopeOf(acting.actor, 'person.read'), personId);
  await assertMayGiveOffice(tx, acting, { kind, institutionId, personIds: [personId] });
  const present = await readMandates(selectMandates(tx).where({ officeId }));
  const seat = firstFreeSeat(seats, present, input);
  const id = newId();
  const period = { validFrom, validUntil };
  await refusing(() => insertRows(tx, Mandate, [{ ...period, id, officeId, personId, seat }]));
  await scheduleTurns(tx, acting, [{ ...period, id, officeId, institutionId }]);
  await recordChange(tx, acting, {
    action: 'mandate.give',
    subjectKind: 'mandate',
    subjectId: id,
    institutionIds: [institutionId],
    after: { ...period, officeId, personId, seat },
    fact: factOf(MandateGiven, { mandateId: id, officeId, personId }, acting.now),
  });
  return { ...period, id, officeId, person, seat };
}
