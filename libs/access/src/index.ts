export { accessEntities } from './entities.js';
export { systemActor } from './actor.js';
export type { Actor, Channel, Grant } from './actor.js';
export { scopeOf } from './authorized-scope.js';
export type { AuthorizedScope } from './authorized-scope.js';
export { isOwner } from './owner.policy.js';
