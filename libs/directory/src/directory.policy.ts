import { isOwner, scopeOf } from '#access';
import type { Actor, AuthorizedScope } from '#access';
import { DomainError } from '#kernel';

/** Whether the actor may change institutions, people and offices. */
function canChangeDirectory(actor: Actor): boolean {
  return isOwner(actor);
}

/** What the actor may see of what was changed; `access.denied` for those who may not change the directory. */
export function authorizeChange(actor: Actor): AuthorizedScope {
  if (!canChangeDirectory(actor)) throw new DomainError('access.denied');
  return scopeOf(actor);
}
