import type { OfficeKind } from '#contracts';
import type { Tx } from '#database';
import { DomainError } from '#kernel';
import type { Id } from '#kernel';
import { readMandates, selectMandates } from './find-mandates.js';
import { lockOffice } from './lock-office.js';
import { Mandate } from './mandate.entity.js';
import type { MandateView } from './office-view.js';

interface LockedMandate {
  readonly mandate: MandateView;
  /** The other mandates of its office, of any time. */
  readonly others: readonly MandateView[];
  readonly institutionId: Id;
  /** The office's, which says what its holders may do. */
  readonly kind: OfficeKind;
}

/** Reads the mandate and its office's others under the office's lock. Throws `mandate.not-found`. */
export async function lockMandate(tx: Tx, id: Id): Promise<LockedMandate> {
  const found = await tx.manager.findOne(Mandate, { select: { id: true, officeId: true }, where: { id } });
  if (found === null) throw new DomainError('mandate.not-found');
  const { institutionId, kind } = await lockOffice(tx, found.officeId);
  const all = await readMandates(selectMandates(tx).where({ officeId: found.officeId }));
  const mandate = all.find((one) => one.id === id);
  if (mandate === undefined) throw new DomainError('mandate.not-found');
  return { mandate, others: all.filter((one) => one.id !== id), institutionId, kind };
}
