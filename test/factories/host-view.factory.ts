import type { FileAudience } from '#contracts';
import type { Reader } from '#database';
import { newId, sha256, Temporal } from '#kernel';
import type { Id } from '#kernel';

const at = Temporal.Instant.from('2026-02-02T08:00:00Z');

/** A note of somebody's. */
export async function aNote(
  reader: Reader,
  { meetingId, authorId }: { readonly meetingId: Id; readonly authorId: Id | null },
): Promise<{ readonly id: Id }> {
  const id = newId();
  const note = { id, meetingId, authorId, text: 'Kaffee bestellen', writtenAt: at, changedAt: null };
  await reader.manager.insert('MeetingNote', note);
  return { id };
}

/** A text file of a meeting. */
export async function aMeetingFile(
  reader: Reader,
  { meetingId, audience = 'hosts' }: { readonly meetingId: Id; readonly audience?: FileAudience },
): Promise<{ readonly id: Id }> {
  const id = newId();
  const bytes = Buffer.from(`Protokoll ${id}`);
  const fileId = sha256(bytes);
  const size = bytes.byteLength;
  await reader.manager.insert('File', { id: fileId, size, type: 'text/plain', createdAt: at, bytes });
  await reader.manager.insert('FileUse', { fileId, ownerKind: 'meeting-file', ownerId: id, public: false });
  const facts = { fileId, size, type: 'text/plain', name: 'Protokoll.txt', audience };
  await reader.manager.insert('MeetingFile', { ...facts, id, meetingId, addedBy: null, addedAt: at });
  return { id };
}
