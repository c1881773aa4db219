import type { Actor } from '#access';
import type { Tx } from '#database';
import type { Id, Temporal } from '#kernel';
import type { Meeting } from '#meetings';
import { findOfficeReasons, wantsCopies } from '#participation';
import type { InvitePeople } from '#participation';

export interface Successors {
  readonly personIds: readonly Id[];
  readonly officeId: Id;
  readonly institutionId: Id;
  readonly actor: Pick<Actor, 'personId' | 'channel' | 'requestId'>;
  readonly invitePeople: InvitePeople;
  readonly now: Temporal.Instant;
}

/**
 * Invites who holds an office now to a meeting whose row is locked, for whatever the office was asked to it: the
 * meeting as it is, with copies for the deputies where the host wants them. Who is invited already only gains the
 * reason.
 */
export async function inviteSuccessors(tx: Tx, meeting: Meeting, successors: Successors): Promise<void> {
  const { personIds, officeId, institutionId, invitePeople, ...context } = successors;
  if (personIds.length === 0) return;
  const found = await findOfficeReasons(tx, meeting.id, officeId);
  const reasons = found.length > 0 ? found : [{ kind: 'office' as const, officeId, institutionId }];
  const invitees = personIds.map((personId) => ({ personId, reasons }));
  const copyToDeputies = await wantsCopies(tx, meeting.id);
  await invitePeople.invite(tx, meeting, invitees, { ...context, copyToDeputies });
}
