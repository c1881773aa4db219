import type { Reader } from '#database';
import { newId, Temporal } from '#kernel';
import { testKeys } from '../support/test-api.js';

const at = Temporal.Instant.from('2026-02-02T08:00:00Z');

/** A key for a program that acts as the person. */
export async function aKey(reader: Reader, personId: string): Promise<string> {
  const id = newId();
  const { token, hash, keyId } = testKeys.derive({ purpose: 'api-key', rowId: id, generation: 1 });
  await reader.manager.insert('ApiKey', {
    id,
    personId,
    name: 'test',
    tokenHash: hash,
    tokenKeyId: keyId,
    createdAt: at,
    revokedAt: null,
  });
  return token;
}
