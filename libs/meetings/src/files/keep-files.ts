import { scopeOf } from '#access';
import type { Actor } from '#access';
import { writeAudit } from '#audit';
import type { AuditAction, FileAudience } from '#contracts';
import { insertRows } from '#database';
import type { Tx } from '#database';
import { recogniseType } from '#files';
import type { FileOwner, FileStore } from '#files';
import { DomainError, newId } from '#kernel';
import type { Id, Temporal } from '#kernel';
import { assertMayWith } from '../reading/meeting-reach.js';
import { getMeeting } from '../reading/meeting.queries.js';
import { listMeetingInstitutions } from '../rights/stored-meeting-places.js';
import { lockMeeting } from '../writing/write-meeting.js';
import { savedName } from './file-name.rules.js';
import { MeetingFile } from './meeting-file.entity.js';

const MOST_FILES = 50;

interface Acting {
  readonly actor: Actor;
  readonly now: Temporal.Instant;
}

export interface NewMeetingFile {
  readonly meetingId: Id;
  readonly bytes: Uint8Array;
  /** As the sender calls it. */
  readonly name: string;
  readonly audience: FileAudience;
}

/**
 * Adds a file to a meeting. Holds the meeting's row lock, then the file's. Throws `meeting.not-found`, `access.denied`,
 * `meeting-file.type-not-allowed`, `meeting-file.too-many`, `file.empty` and `file.too-large`.
 */
export async function addMeetingFile(
  tx: Tx,
  acting: Acting,
  { meetingId, bytes, name: sent, audience }: NewMeetingFile,
  files: FileStore,
): Promise<MeetingFile> {
  const { actor, now } = acting;
  await getMeeting(tx, scopeOf(actor, 'meeting.change'), meetingId);
  if (bytes.byteLength === 0) throw new DomainError('file.empty');
  const name = savedName(sent, recogniseType(bytes));
  await lockMeeting(tx, meetingId);
  if ((await tx.manager.countBy(MeetingFile, { meetingId })) >= MOST_FILES) {
    throw new DomainError('meeting-file.too-many', { most: MOST_FILES });
  }
  const id = newId();
  const {
    id: fileId,
    size,
    type,
  } = await files.put(tx, { bytes, owner: ownerOf(id), public: false, at: now });
  const row = { id, meetingId, fileId, name, size, type, audience, addedBy: actor.personId, addedAt: now };
  await insertRows(tx, MeetingFile, [row]);
  await audit(tx, acting, row, { action: 'meeting.add-file', after: { audience } });
  return row;
}

/** Says who may have it. Throws `meeting-file.not-found`. Holds the row's lock. */
export async function changeMeetingFile(
  tx: Tx,
  acting: Acting,
  { id, audience }: { readonly id: Id; readonly audience: FileAudience },
): Promise<MeetingFile> {
  const file = await lockFile(tx, acting.actor, id);
  if (file.audience === audience) return file;
  await tx.manager.update(MeetingFile, { id }, { audience });
  const before = { audience: file.audience };
  await audit(tx, acting, file, { action: 'meeting.change-file', before, after: { audience } });
  return { ...file, audience };
}

/** Takes it away, and its bytes with it if nobody else uses them. Throws `meeting-file.not-found`. */
export async function removeMeetingFile(tx: Tx, acting: Acting, id: Id, files: FileStore): Promise<void> {
  const file = await lockFile(tx, acting.actor, id);
  await tx.manager.delete(MeetingFile, { id });
  await files.release(tx, file.fileId, ownerOf(id));
  await audit(tx, acting, file, { action: 'meeting.remove-file', before: { audience: file.audience } });
}

async function lockFile(tx: Tx, actor: Actor, id: Id): Promise<MeetingFile> {
  const lock = { mode: 'for_no_key_update' } as const;
  const file = await tx.manager.findOne(MeetingFile, { where: { id }, lock });
  if (file === null) throw new DomainError('meeting-file.not-found');
  const meeting = await getMeeting(tx, scopeOf(actor, 'meeting.change'), file.meetingId);
  await assertMayWith(tx, actor, 'meeting.change', meeting);
  return file;
}

function ownerOf(id: Id): FileOwner {
  return { kind: 'meeting-file', id };
}

interface Done {
  readonly action: AuditAction;
  readonly before?: object;
  readonly after?: object;
}

async function audit(
  tx: Tx,
  { actor, now }: Acting,
  { meetingId, name }: Pick<MeetingFile, 'meetingId' | 'name'>,
  { action, before, after }: Done,
): Promise<void> {
  await writeAudit(tx, [
    {
      at: now,
      actorPersonId: actor.personId,
      channel: actor.channel,
      action,
      subjectKind: 'meeting',
      subjectId: meetingId,
      institutionIds: await listMeetingInstitutions(tx, meetingId),
      before: before === undefined ? null : { ...before },
      after: after === undefined ? null : { ...after },
      personal: { file: name },
      requestId: actor.requestId,
    },
  ]);
}
