import { assertMay } from '#access';
import { writeAudit } from '#audit';
import type { Tx } from '#database';
import { callOffMandate, endMandate, findInstitutions, lockMandate } from '#directory';
import type { Acting } from '#directory';
import { DomainError, Temporal } from '#kernel';
import type { Id } from '#kernel';
import { Handover } from '../tables/handover.entity.js';

/**
 * Calls a handover off before its day: the successor's mandate is taken back, the predecessor's ends as it would have
 * before. Holds the office's row lock. Throws `access.denied`, `handover.not-found`, `handover.called-off`, and
 * `handover.has-begun` once the predecessor's last day has passed.
 */
export async function callOffHandover(tx: Tx, acting: Acting, id: Id): Promise<void> {
  const { actor, now } = acting;
  const found = await tx.manager.findOneBy(Handover, { id });
  if (found === null) throw new DomainError('handover.not-found');
  const { institutionId } = await lockMandate(tx, found.endedMandateId);
  assertMay(actor, 'mandate.change', { institutionIds: [institutionId] });
  const handover = await tx.manager.findOneByOrFail(Handover, { id });
  const { begunMandateId, endedMandateId, lastDay, formerLastDay, officeId } = handover;
  if (handover.calledOffAt !== null || begunMandateId === null) throw new DomainError('handover.called-off');
  const zone = (await findInstitutions(tx, [institutionId])).get(institutionId)?.zone ?? 'UTC';
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  if (Temporal.PlainDate.compare(lastDay, today) < 0) throw new DomainError('handover.has-begun');
  await callOffMandate(tx, acting, begunMandateId);
  await endMandate(tx, acting, { id: endedMandateId, lastDay: formerLastDay });
  await tx.manager.update(Handover, { id }, { calledOffAt: now });
  await writeAudit(tx, [
    {
      at: now,
      actorPersonId: actor.personId,
      channel: actor.channel,
      action: 'office.hand-over-call-off',
      subjectKind: 'office',
      subjectId: officeId,
      institutionIds: [institutionId],
      before: { handoverId: id, endedMandateId, begunMandateId, lastDay, firstDay: handover.firstDay },
      after: { formerLastDay },
      requestId: actor.requestId,
    },
  ]);
}
