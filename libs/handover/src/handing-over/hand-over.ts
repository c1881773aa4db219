import { assertMay } from '#access';
import { writeAudit } from '#audit';
import { insertRows } from '#database';
import type { Tx } from '#database';
import { endMandate, giveMandate, lockMandate } from '#directory';
import type { Acting } from '#directory';
import { DomainError, newId, Temporal } from '#kernel';
import type { Id } from '#kernel';
import { Handover } from '../tables/handover.entity.js';
import { selectHandovers, viewHandovers } from './handover-view.js';
import type { HandoverRow, HandoverView } from './handover-view.js';

export interface HandoverCommand {
  readonly mandateId: Id;
  readonly successorId: Id;
  readonly lastDay: Temporal.PlainDate;
  /** Null: the day after. */
  readonly firstDay: Temporal.PlainDate | null;
}

/**
 * Ends a mandate and gives its seat to the successor, in one go; from the days on that both name, the meetings follow
 * by themselves. Holds the office's row lock. Throws `access.denied`, `mandate.not-found`, `handover.to-oneself`,
 * `period.not-in-order`, and whatever ending and giving a mandate refuse.
 */
export async function handOver(tx: Tx, acting: Acting, command: HandoverCommand): Promise<HandoverView> {
  const { mandateId, successorId, lastDay } = command;
  const { mandate, institutionId } = await lockMandate(tx, mandateId);
  assertMay(acting.actor, 'mandate.change', { institutionIds: [institutionId] });
  if (mandate.person.id === successorId) throw new DomainError('handover.to-oneself');
  const firstDay = firstDayOf(command);
  const { officeId, seat, validUntil: formerLastDay } = mandate;
  await endMandate(tx, acting, { id: mandateId, lastDay });
  const successor = { officeId, personId: successorId, seat, validFrom: firstDay, validUntil: null };
  const { id: begunMandateId } = await giveMandate(tx, acting, successor);
  const id = newId();
  const mandates = { endedMandateId: mandateId, begunMandateId };
  const days = { lastDay, firstDay, formerLastDay };
  const startedById = acting.actor.personId;
  const row = { ...mandates, ...days, id, officeId, startedById, startedAt: acting.now, calledOffAt: null };
  await insertRows(tx, Handover, [row]);
  await audit(tx, acting, { officeId, institutionId, after: { handoverId: id, ...mandates, ...days } });
  const rows = await selectHandovers(tx).where('handover.id = :id', { id }).getRawMany<HandoverRow>();
  const [view] = await viewHandovers(tx, rows);
  if (view === undefined) throw new DomainError('handover.not-found');
  return view;
}

/** The day given, or the one after the last; `period.not-in-order` unless it comes after the last. */
export function firstDayOf({
  lastDay,
  firstDay,
}: Pick<HandoverCommand, 'lastDay' | 'firstDay'>): Temporal.PlainDate {
  const first = firstDay ?? lastDay.add({ days: 1 });
  if (Temporal.PlainDate.compare(first, lastDay) <= 0) throw new DomainError('period.not-in-order');
  return first;
}

async function audit(
  tx: Tx,
  { actor, now }: Acting,
  change: { officeId: Id; institutionId: Id; after: object },
): Promise<void> {
  await writeAudit(tx, [
    {
      at: now,
      actorPersonId: actor.personId,
      channel: actor.channel,
      action: 'office.hand-over',
      subjectKind: 'office',
      subjectId: change.officeId,
      institutionIds: [change.institutionId],
      after: { ...change.after },
      requestId: actor.requestId,
    },
  ]);
}
