import { DomainError } from '#kernel';
import type { Actor } from './actor.js';
import { isOwner } from './owner.policy.js';

declare const authorized: unique symbol;

/**
 * What a query may see. Only `scopeOf` makes one, so a query that asks for it cannot be called unscoped. With the
 * owner as the only role it holds no narrower bounds yet; they come with the roles.
 */
export interface AuthorizedScope {
  readonly [authorized]: true;
}

/** The scope of the actor's grants; `access.denied` without any. */
export function scopeOf(actor: Actor): AuthorizedScope {
  if (!isOwner(actor)) throw new DomainError('access.denied');
  return {} as AuthorizedScope;
}
