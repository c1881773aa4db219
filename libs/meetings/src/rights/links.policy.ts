import { assertMay, scopeOf } from '#access';
import type { Actor } from '#access';
import type { MeetingInput } from '#contracts';
import type { Reader } from '#database';
import { isPersonReached } from '#directory';
import { DomainError } from '#kernel';
import type { Id } from '#kernel';

type Links = Pick<MeetingInput, 'institutionId' | 'hostIds' | 'listingIds'>;

/**
 * Who owns, hosts and lists a meeting decides who may do what with it, so only the owner's own people change that, not
 * a host and not somebody named for this meeting; a new owner has to allow it as well. Throws `access.denied`.
 */
export function assertMayLink(actor: Actor, before: Links, after: Links): void {
  const moves = before.institutionId !== after.institutionId;
  if (moves) assertMay(actor, 'meeting.create', { institutionIds: [after.institutionId] });
  if (moves || differ(before.hostIds, after.hostIds) || differ(before.listingIds, after.listingIds)) {
    assertMay(actor, 'meeting.change', { institutionIds: [before.institutionId] });
  }
}

/**
 * The organiser's address and telephone stand on pages and in mails: nobody shows those of a person they do not reach
 * themselves. Throws `meeting.unknown-organiser`.
 */
export async function assertMayNameOrganiser(
  reader: Reader,
  actor: Actor,
  organiserId: Id | null,
): Promise<void> {
  if (organiserId === null || organiserId === actor.personId) return;
  if (!(await isPersonReached(reader, scopeOf(actor, 'person.read'), organiserId))) {
    throw new DomainError('meeting.unknown-organiser');
  }
}

/** The order of hosts is only a matter of wording; that of listings of nothing. */
function differ(before: readonly Id[], after: readonly Id[]): boolean {
  return before.some((id) => !after.includes(id)) || after.some((id) => !before.includes(id));
}
