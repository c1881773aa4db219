import { covers, listEnabled, lockRights } from '#access';
import type { OfficeKind } from '#contracts';
import type { Tx } from '#database';
import { DomainError } from '#kernel';
import type { Id } from '#kernel';
import type { Acting } from '../acting.js';
import { findReached } from './find-reached.js';
import { roleOfOffice } from './role-of-office.js';

interface OfficeForPeople {
  readonly kind: OfficeKind;
  readonly institutionId: Id;
  readonly personIds: readonly Id[];
}

/**
 * Refuses with `access.more-than-own` when an office would give rights that the actor does not have there, to
 * themselves or to somebody who can sign in. Anybody else gains nothing by the mandate alone: only who has all of the
 * rights gives the login. Locks the people's rights.
 */
export async function assertMayGiveOffice(
  tx: Tx,
  { actor, now }: Acting,
  { kind, institutionId, personIds }: OfficeForPeople,
): Promise<void> {
  await lockRights(tx, personIds);
  const { own = [], beneath = [] } = (await findReached(tx, [institutionId], now)).get(institutionId) ?? {};
  const right = { role: roleOfOffice[kind], institutionId, meetingId: null, own, beneath };
  if (covers(actor, [right])) return;
  const isActor = actor.personId !== null && personIds.includes(actor.personId);
  if (isActor || (await listEnabled(tx, personIds)).length > 0) throw new DomainError('access.more-than-own');
}
