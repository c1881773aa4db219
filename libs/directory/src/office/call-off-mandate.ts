import { assertMay } from '#access';
import type { Tx } from '#database';
import { DomainError, Temporal } from '#kernel';
import type { Id } from '#kernel';
import { factOf } from '#queue';
import type { Acting } from '../acting.js';
import { recordChange } from '../change-record.js';
import { MandateCalledOff } from '../directory.facts.js';
import { findInstitutions } from '../institution/find-institutions.js';
import { lockMandate } from './lock-mandate.js';
import { cancelTurns } from './mandate-turn.js';
import { Mandate } from './mandate.entity.js';

/**
 * Takes a mandate back before its first day, as if it had never been given; the audit keeps it. Holds the office's row
 * lock. Throws `access.denied`, `mandate.not-found`, and `mandate.has-begun` from its first day on.
 */
export async function callOffMandate(tx: Tx, acting: Acting, id: Id): Promise<void> {
  const { mandate, institutionId } = await lockMandate(tx, id);
  assertMay(acting.actor, 'mandate.change', { institutionIds: [institutionId] });
  const zone = (await findInstitutions(tx, [institutionId])).get(institutionId)?.zone ?? 'UTC';
  const today = acting.now.toZonedDateTimeISO(zone).toPlainDate();
  const { officeId, person, seat, validFrom, validUntil } = mandate;
  if (Temporal.PlainDate.compare(validFrom, today) <= 0) throw new DomainError('mandate.has-begun');
  await tx.manager.delete(Mandate, { id });
  await cancelTurns(tx, id);
  await recordChange(tx, acting, {
    action: 'mandate.call-off',
    subjectKind: 'mandate',
    subjectId: id,
    institutionIds: [institutionId],
    before: { officeId, personId: person.id, seat, validFrom, validUntil },
    after: null,
    fact: factOf(MandateCalledOff, { mandateId: id, officeId, personId: person.id }, acting.now),
  });
}
