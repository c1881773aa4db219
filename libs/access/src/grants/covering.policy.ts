import { actions } from '#contracts';
import type { Action } from '#contracts';
import type { Id } from '#kernel';
import type { Actor, Grant } from './actor.js';
import { findScope } from './authorized-scope.js';
import { may } from './reach.policy.js';
import { rightsOf } from './roles.js';

/**
 * Whether the actor may do everything that these rights allow, wherever they allow it: nobody gives a right, or the
 * way to use one, that is not theirs.
 */
export function covers(actor: Actor, rights: readonly Grant[]): boolean {
  return rights.every((grant) => actions.every((action) => coversAction(actor, action, grant)));
}

function coversAction(actor: Actor, action: Action, grant: Grant): boolean {
  const reach = rightsOf[grant.role][action];
  if (reach === undefined) return true;
  const scope = findScope(actor, action);
  if (scope === null) return false;
  if (scope.everywhere) return true;
  switch (reach) {
    case 'everywhere':
      return false;
    case 'beneath':
      return areAmong([...grant.own, ...grant.beneath], scope.institutionIds);
    case 'own':
      return areAmong(grant.own, scope.institutionIds);
    case 'published':
      return areAmong(grant.own, [...scope.institutionIds, ...scope.publishedOf]);
    case 'meeting': {
      const { meetingId, meetingOf: institutionIds = [] } = grant;
      return meetingId !== null && may(actor, action, { institutionIds, meetingId });
    }
  }
}

function areAmong(ids: readonly Id[], reached: readonly Id[]): boolean {
  return ids.every((id) => reached.includes(id));
}
