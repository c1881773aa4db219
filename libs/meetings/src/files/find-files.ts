import { In } from 'typeorm';
import { scopeOf } from '#access';
import type { Actor } from '#access';
import type { FileAudience } from '#contracts';
import type { Reader } from '#database';
import { DomainError } from '#kernel';
import type { Id } from '#kernel';
import { getMeeting } from '../reading/meeting.queries.js';
import { MeetingFile } from './meeting-file.entity.js';

/** Whom else a file for somebody reaches: what everybody may have, whoever is invited may have too. */
export const filesFor = {
  invited: ['invited', 'public'],
  public: ['public'],
} as const satisfies Record<string, readonly FileAudience[]>;

/** All files of a meeting, oldest first, for whoever may change it. Throws `meeting.not-found`. */
export async function listMeetingFiles(
  reader: Reader,
  actor: Actor,
  meetingId: Id,
): Promise<readonly MeetingFile[]> {
  await getMeeting(reader, scopeOf(actor, 'meeting.change'), meetingId);
  return reader.manager.find(MeetingFile, { where: { meetingId }, order: { id: 'ASC' } });
}

/** One of them, for whoever may change the meeting. Throws `meeting-file.not-found` and `meeting.not-found`. */
export async function getMeetingFile(reader: Reader, actor: Actor, id: Id): Promise<MeetingFile> {
  const file = await reader.manager.findOneBy(MeetingFile, { id });
  if (file === null) throw new DomainError('meeting-file.not-found');
  await getMeeting(reader, scopeOf(actor, 'meeting.change'), file.meetingId);
  return file;
}

/** What these meetings have for invitees or for everybody, oldest first; one query. */
export async function findFilesFor(
  reader: Reader,
  who: keyof typeof filesFor,
  meetingIds: readonly Id[],
): Promise<readonly MeetingFile[]> {
  if (meetingIds.length === 0) return [];
  return reader.manager.find(MeetingFile, {
    where: { meetingId: In([...meetingIds]), audience: In([...filesFor[who]]) },
    order: { id: 'ASC' },
  });
}
