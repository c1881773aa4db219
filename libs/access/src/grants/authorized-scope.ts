import type { Action } from '#contracts';
import { DomainError } from '#kernel';
import type { Id } from '#kernel';
import type { Actor } from './actor.js';
import { rightsOf } from './roles.js';

declare const authorized: unique symbol;

/**
 * What a query may see for one action. Only `scopeOf` and `findScope` make one, so a query that asks for it cannot be
 * called unscoped. The directory and the meetings turn it into SQL.
 */
export interface AuthorizedScope {
  readonly [authorized]: true;
  readonly everywhere: boolean;
  /** The institutions that are reached, committees and members included. */
  readonly institutionIds: readonly Id[];
  /** Institutions of which only that is reached which they have published to their members. */
  readonly publishedOf: readonly Id[];
  /** The meetings that are reached one by one. */
  readonly meetingIds: readonly Id[];
  /** Whoever asks: may always see what is about themselves. */
  readonly personId: Id | null;
}

/** How far the actor's grants let them do it; `access.denied` where no grant does. */
export function scopeOf(actor: Actor, action: Action): AuthorizedScope {
  const scope = findScope(actor, action);
  if (scope === null) throw new DomainError('access.denied');
  return scope;
}

/** As `scopeOf`; null where no grant lets them do it, for what shows less to who may less. */
export function findScope(actor: Actor, action: Action): AuthorizedScope | null {
  const held = actor.grants.flatMap((grant) => {
    const reach = rightsOf[grant.role][action];
    return reach === undefined ? [] : [{ ...grant, reach }];
  });
  if (held.length === 0) return null;
  const scope = {
    everywhere: held.some(({ reach }) => reach === 'everywhere'),
    institutionIds: held.flatMap(({ reach, own, beneath }) => {
      if (reach === 'beneath') return [...own, ...beneath];
      return reach === 'own' ? own : [];
    }),
    publishedOf: held.flatMap(({ reach, own }) => (reach === 'published' ? own : [])),
    meetingIds: held.flatMap(({ reach, meetingId }) => (reach === 'meeting' && meetingId ? [meetingId] : [])),
    personId: actor.personId,
  };
  return scope as unknown as AuthorizedScope;
}
