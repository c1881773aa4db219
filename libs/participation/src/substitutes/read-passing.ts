import type { Tx } from '#database';
import { findPersonForAddress } from '#directory';
import type { AudienceReason, NamedColleague } from '#directory';
import { DomainError } from '#kernel';
import type { Id } from '#kernel';
import { Invitation } from '../tables/invitation.entity.js';
import { Registration } from '../tables/registration.entity.js';
import type { Named } from './substitution.policy.js';

/** An invitation that somebody names colleagues by, and who these are. */
export interface NamingFacts {
  readonly invitation: Invitation;
  readonly registration: Registration | null;
  /** In the order in which they were named. */
  readonly named: readonly (Omit<Named, 'invitation'> & { readonly invitation: Invitation | null })[];
}

/**
 * Reads, in a meeting whose row is locked, who names whom; locks the invitations of all of them by id. Throws
 * `invitation.not-found`.
 */
export async function readNaming(
  tx: Tx,
  { meetingId, invitationId }: { readonly meetingId: Id; readonly invitationId: Id },
  colleagues: readonly NamedColleague[],
): Promise<NamingFacts> {
  const personIds: (Id | null)[] = [];
  for (const colleague of colleagues) personIds.push(await findPersonForAddress(tx, colleague));
  const invitations = await tx.manager
    .createQueryBuilder(Invitation, 'invitation')
    .setLock('for_no_key_update')
    .where('invitation.meetingId = :meetingId', { meetingId })
    .andWhere('(invitation.id = :invitationId OR invitation.personId = ANY(:personIds))', {
      invitationId,
      personIds: personIds.filter((id) => id !== null),
    })
    .orderBy('invitation.id')
    .getMany();
  const invitation = invitations.find(({ id }) => id === invitationId);
  if (invitation === undefined) throw new DomainError('invitation.not-found');
  const reachable = await findReachable(tx, personIds);
  return {
    invitation,
    registration: await tx.manager.findOneBy(Registration, { invitationId }),
    named: personIds.map((personId) => ({
      personId,
      invitation: invitations.find((one) => one.personId === personId) ?? null,
      isReachable: personId === null || reachable.has(personId),
    })),
  };
}

/** For whom somebody is asked now: what a colleague who is named represents as well. */
export async function readReasons(tx: Tx, invitationId: Id): Promise<readonly HoldingReason[]> {
  return tx.manager.query(
    `SELECT kind, office_id AS "officeId", institution_id AS "institutionId", as_deputy_for_id AS "asDeputyForId"
       FROM invitation_reason WHERE invitation_id = $1 AND ended_at IS NULL ORDER BY id`,
    [invitationId],
  );
}

export interface HoldingReason extends AudienceReason {
  readonly asDeputyForId: Id | null;
}

async function findReachable(tx: Tx, personIds: readonly (Id | null)[]): Promise<ReadonlySet<Id>> {
  const rows: { personId: Id }[] = await tx.manager.query(
    `SELECT DISTINCT person_id AS "personId" FROM person_address WHERE person_id = ANY($1) AND state = 'ok'`,
    [personIds.filter((id) => id !== null)],
  );
  return new Set(rows.map(({ personId }) => personId));
}
