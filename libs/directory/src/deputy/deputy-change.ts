import { assertMay } from '#access';
import type { Tx } from '#database';
import type { Id, Temporal } from '#kernel';
import type { Acting } from '../acting.js';
import { findInstitutions } from '../institution/find-institutions.js';
import { lockOffice } from '../office/lock-office.js';
import type { Office } from '../office/office.entity.js';

/** An office whose deputies are about to change, and the day it is there. */
interface OfficeToday {
  readonly office: Office;
  readonly today: Temporal.PlainDate;
}

/** Locks the office's row, under which its deputies change too. Throws `access.denied` and `office.not-found`. */
export async function lockForDeputies(tx: Tx, { actor, now }: Acting, officeId: Id): Promise<OfficeToday> {
  const office = await lockOffice(tx, officeId);
  assertMay(actor, 'mandate.change', { institutionIds: [office.institutionId] });
  return { office, today: now.toZonedDateTimeISO(await zoneOf(tx, office)).toPlainDate() };
}

async function zoneOf(tx: Tx, { institutionId }: Office): Promise<string> {
  return (await findInstitutions(tx, [institutionId])).get(institutionId)?.zone ?? 'UTC';
}
