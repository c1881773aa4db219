import type { TokenKeys } from '#kernel';
import type { OpenRegistration } from '../tables/open-registration.entity.js';

/** The path at which a registration on a public page is confirmed. */
export function confirmPath(
  keys: TokenKeys,
  { id, tokenKeyId, tokenGeneration }: Pick<OpenRegistration, 'id' | 'tokenKeyId' | 'tokenGeneration'>,
): string {
  const source = { purpose: 'open-registration', rowId: id, generation: tokenGeneration } as const;
  return `/r/confirm/${keys.derive(source, tokenKeyId).token}`;
}
