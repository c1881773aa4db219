import type { Actor } from '#access';
import type { Tx } from '#database';
import type { Id, Temporal, TokenKeys } from '#kernel';
import type { Meeting } from '#meetings';
import { findOfficeReasons, invitePeople, wantsCopies } from '#participation';

export interface Successors {
  readonly personIds: readonly Id[];
  readonly officeId: Id;
  readonly institutionId: Id;
  readonly actor: Pick<Actor, 'personId' | 'channel' | 'requestId'>;
  readonly keys: TokenKeys;
  readonly now: Temporal.Instant;
}

/**
 * Invites who holds an office now to a meeting whose row is locked, for whatever the office was asked to it: the
 * meeting as it is, with copies for the deputies where the host wants them. Who is invited already only gains the
 * reason.
 */
export async function inviteSuccessors(tx: Tx, meeting: Meeting, successors: Successors): Promise<void> {
  const { personIds, officeId, institutionId, ...context } = successors;
  if (personIds.length === 0) return;
  const found = await findOfficeReasons(tx, meeting.id, officeId);
  const reasons = found.length > 0 ? found : [{ kind: 'office' as const, officeId, institutionId }];
  const invitees = personIds.map((personId) => ({ personId, reasons }));
  const copyToDeputies = await wantsCopies(tx, meeting.id);
  await invitePeople(tx, meeting, invitees, { ...context, copyToDeputies });
}
