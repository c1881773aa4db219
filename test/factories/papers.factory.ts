import { createHash } from 'node:crypto';
import type { Reader } from '#database';
import { newId, Temporal } from '#kernel';
import type { Id } from '#kernel';

const at = Temporal.Instant.from('2026-02-02T08:00:00Z');

/** A sign-in sheet of a meeting that lies ready to be fetched. */
export async function aPaper(
  reader: Reader,
  { meetingId, institutionId }: { readonly meetingId: Id; readonly institutionId: Id },
): Promise<Id> {
  const id = newId();
  const bytes = Buffer.from(`%PDF-1.3 ${id}`);
  const fileId = createHash('sha256').update(bytes).digest('hex');
  await reader.manager.insert('Operation', {
    id,
    kind: 'paper.make',
    state: 'done',
    total: 1,
    done: 1,
    params: {},
    result: {},
    errorCode: null,
    createdBy: null,
    createdAt: at,
    finishedAt: at,
  });
  await reader.manager.insert('File', {
    id: fileId,
    size: bytes.length,
    type: 'application/pdf',
    createdAt: at,
    bytes,
  });
  await reader.manager.insert('FileUse', { fileId, ownerKind: 'paper', ownerId: id, public: false });
  const paper = {
    id,
    kind: 'sign-in-sheet',
    language: 'de',
    meetingId,
    institutionId,
    fileId,
    createdAt: at,
  };
  await reader.manager.insert('Paper', paper);
  return id;
}

interface Attended {
  readonly meetingId: Id;
  readonly personId: Id;
  readonly registrationId: Id;
  readonly walkIn: boolean;
  readonly name: string;
  readonly organisation: string;
}

/** Somebody was there, with a seat or without one: by person, or by the name that was given at the door. */
export async function wasPresent(
  reader: Reader,
  { meetingId, ...who }: Pick<Attended, 'meetingId'> & Partial<Attended>,
): Promise<void> {
  await reader.manager.insert('Attendance', {
    id: newId(),
    meetingId,
    registrationId: null,
    personId: null,
    guest: 0,
    walkIn: false,
    name: null,
    organisation: null,
    address: null,
    state: 'present',
    markedAt: at,
    checkedInAt: at,
    doorLinkId: null,
    markedBy: null,
    ...who,
  });
}
