import type { Actor } from './actor.js';

/** Whether the actor may do everything in this instance. */
export function isOwner(actor: Actor): boolean {
  return actor.grants.some((grant) => grant.role === 'owner' && grant.institutionId === null);
}
