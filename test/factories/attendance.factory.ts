import type { Reader } from '#database';
import { newId, Temporal } from '#kernel';
import type { Id, TokenKeys } from '#kernel';

const at = Temporal.Instant.from('2026-03-01T09:00:00Z');

/** Somebody who came without being registered, and is here. */
export async function aWalkIn(
  reader: Reader,
  { meetingId, name = 'Rut Gast' }: { readonly meetingId: Id; readonly name?: string },
): Promise<Id> {
  const id = newId();
  await reader.manager.insert('Attendance', {
    id,
    meetingId,
    registrationId: null,
    guest: 0,
    personId: null,
    walkIn: true,
    name,
    organisation: null,
    address: null,
    state: 'present',
    markedAt: at,
    checkedInAt: at,
    doorLinkId: null,
    markedBy: null,
  });
  return id;
}

/** A helper's link, and its token. */
export async function aDoorLink(
  reader: Reader,
  keys: TokenKeys,
  { meetingId }: { readonly meetingId: Id },
): Promise<{ readonly id: Id; readonly token: string }> {
  const id = newId();
  const { token, hash, keyId } = keys.derive({ purpose: 'door-link', rowId: id, generation: 1 });
  await reader.manager.insert('DoorLink', {
    id,
    meetingId,
    name: 'Eingang Nord',
    tokenHash: hash,
    tokenKeyId: keyId,
    tokenGeneration: 1,
    createdAt: at,
    revokedAt: null,
  });
  return { id, token };
}
