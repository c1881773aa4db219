import type { DerivedToken, Id, TokenKeys } from '#kernel';
import type { Registration } from '../tables/registration.entity.js';

/** What the link to a registration's own page is derived from. */
export type Linked = Pick<Registration, 'id' | 'tokenKeyId' | 'tokenGeneration'>;

/** The token of a new registration's page. */
export function registrationToken(keys: TokenKeys, id: Id): DerivedToken {
  return keys.derive({ purpose: 'registration', rowId: id, generation: 1 });
}

/** The path of somebody's own page; null where the registration is older than such pages and undecided since. */
export function registrationPath(
  keys: TokenKeys,
  { id, tokenKeyId, tokenGeneration: generation }: Linked,
): string | null {
  if (tokenKeyId === null) return null;
  return `/r/${keys.derive({ purpose: 'registration', rowId: id, generation }, tokenKeyId).token}`;
}
