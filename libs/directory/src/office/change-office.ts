import { assertMay, scopeOf } from '#access';
import type { OfficeInput } from '#contracts';
import type { Tx } from '#database';
import { DomainError } from '#kernel';
import type { Id } from '#kernel';
import { factOf } from '#queue';
import type { Acting } from '../acting.js';
import { recordChange } from '../change-record.js';
import { OfficeChanged } from '../directory.facts.js';
import { findInstitutions } from '../institution/find-institutions.js';
import { differenceOf } from '../merge-patch.js';
import type { Difference } from '../merge-patch.js';
import { assertMayGiveOffice } from '../rights/office-rights.js';
import { checkVersion } from '../version-check.js';
import { getOffice } from './list-offices.js';
import { lockOffice } from './lock-office.js';
import { Mandate } from './mandate.entity.js';
import type { OfficeView } from './office-view.js';
import { Office } from './office.entity.js';

type OfficeFields = Omit<OfficeInput, 'institutionId'>;

export interface OfficeChange {
  readonly id: Id;
  /** The version the caller has seen. */
  readonly ifMatch: number;
  readonly patch: Partial<OfficeFields>;
}

/**
 * Changes what the patch names; a patch that changes nothing leaves the version alone. Holds the office's row lock.
 * Throws `access.denied`, `office.not-found`, `version.stale`, when a seat to go is held today or later
 * `office.seats-held`, and when another kind would give its holders more rights than the actor has
 * `access.more-than-own`.
 */
export async function changeOffice(tx: Tx, acting: Acting, change: OfficeChange): Promise<OfficeView> {
  const { id, ifMatch, patch } = change;
  const office = await lockOffice(tx, id);
  assertMay(acting.actor, 'office.change', { institutionIds: [office.institutionId] });
  checkVersion(office, ifMatch);
  const difference = differenceOf<OfficeFields>(office, patch);
  if (difference !== null) {
    const { seats, kind } = difference.after;
    if (seats !== undefined) await refuseHeldSeats(tx, acting, { ...office, seats });
    if (kind !== undefined) await refuseOtherRights(tx, acting, { ...office, kind });
    await tx.manager.update(Office, { id }, { ...difference.after, version: office.version + 1 });
    await record(tx, acting, { office, difference });
  }
  return getOffice(tx, scopeOf(acting.actor, 'institution.read'), { id, asOf: null, now: acting.now });
}

async function refuseHeldSeats(tx: Tx, acting: Acting, office: Office): Promise<void> {
  const { seats } = office;
  const mandates = await listRunning(tx, acting, office);
  if (mandates.some(({ seat }) => seat > seats)) throw new DomainError('office.seats-held', { seats });
}

/** The kind gives the holders their role: changing it is giving them that one. */
async function refuseOtherRights(tx: Tx, acting: Acting, { id, kind, institutionId }: Office): Promise<void> {
  const mandates = await listRunning(tx, acting, { id, institutionId });
  const personIds = mandates.map(({ personId }) => personId);
  if (personIds.length > 0) await assertMayGiveOffice(tx, acting, { kind, institutionId, personIds });
}

/** The mandates that are not over today. */
async function listRunning(
  tx: Tx,
  { now }: Acting,
  { id, institutionId }: Pick<Office, 'id' | 'institutionId'>,
): Promise<readonly Mandate[]> {
  const zone = (await findInstitutions(tx, [institutionId])).get(institutionId)?.zone ?? 'UTC';
  return tx.manager
    .createQueryBuilder(Mandate, 'mandate')
    .where({ officeId: id })
    .andWhere('(mandate.validUntil IS NULL OR mandate.validUntil >= :today)', {
      today: now.toZonedDateTimeISO(zone).toPlainDate(),
    })
    .getMany();
}

interface Changed {
  readonly office: Office;
  readonly difference: Difference<OfficeFields>;
}

async function record(tx: Tx, acting: Acting, { office, difference }: Changed): Promise<void> {
  const { mailbox: mailboxBefore, copyAddress: copyBefore, ...before } = difference.before;
  const { mailbox, copyAddress, ...after } = difference.after;
  await recordChange(tx, acting, {
    action: 'office.change',
    subjectKind: 'office',
    subjectId: office.id,
    institutionIds: [office.institutionId],
    before,
    after,
    personal: {
      before: { mailbox: mailboxBefore, copyAddress: copyBefore },
      after: { mailbox, copyAddress },
    },
    fact: factOf(OfficeChanged, { officeId: office.id, institutionId: office.institutionId }, acting.now),
  });
}
