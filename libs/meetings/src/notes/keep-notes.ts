import { scopeOf } from '#access';
import type { Actor } from '#access';
import { writeAudit } from '#audit';
import type { AuditAction } from '#contracts';
import { insertRows } from '#database';
import type { Reader, Tx } from '#database';
import { DomainError, newId } from '#kernel';
import type { Id, Temporal } from '#kernel';
import { assertMayWith } from '../reading/meeting-reach.js';
import { getMeeting } from '../reading/meeting.queries.js';
import { listMeetingInstitutions } from '../rights/stored-meeting-places.js';
import { MeetingNote } from './meeting-note.entity.js';

const MOST_NOTES = 200;

interface Acting {
  readonly actor: Actor;
  readonly now: Temporal.Instant;
}

/** The latest 200 notes, newest first. Throws `meeting.not-found`; only who may change the meeting reads them. */
export async function listNotes(
  reader: Reader,
  actor: Actor,
  meetingId: Id,
): Promise<readonly MeetingNote[]> {
  await getMeeting(reader, scopeOf(actor, 'meeting.change'), meetingId);
  return reader.manager.find(MeetingNote, {
    where: { meetingId },
    order: { id: 'DESC' },
    take: MOST_NOTES,
  });
}

/** Writes one down. Throws `meeting.not-found`. */
export async function addNote(
  tx: Tx,
  acting: Acting,
  { meetingId, text }: { readonly meetingId: Id; readonly text: string },
): Promise<MeetingNote> {
  const { actor, now } = acting;
  await getMeeting(tx, scopeOf(actor, 'meeting.change'), meetingId);
  const note = { id: newId(), meetingId, authorId: actor.personId, text, writtenAt: now, changedAt: null };
  await insertRows(tx, MeetingNote, [note]);
  await audit(tx, acting, meetingId, 'meeting.add-note');
  return note;
}

/** Throws `note.not-found` and `note.not-yours`. Holds the note's row lock. */
export async function changeNote(
  tx: Tx,
  acting: Acting,
  { id, text }: { readonly id: Id; readonly text: string },
): Promise<MeetingNote> {
  const note = await lockOwn(tx, acting.actor, id);
  if (note.text === text) return note;
  await tx.manager.update(MeetingNote, { id }, { text, changedAt: acting.now });
  await audit(tx, acting, note.meetingId, 'meeting.change-note');
  return { ...note, text, changedAt: acting.now };
}

/** Throws `note.not-found` and `note.not-yours`. Holds the note's row lock. */
export async function deleteNote(tx: Tx, acting: Acting, id: Id): Promise<void> {
  const note = await lockOwn(tx, acting.actor, id);
  await tx.manager.delete(MeetingNote, { id });
  await audit(tx, acting, note.meetingId, 'meeting.delete-note');
}

/** A note of somebody who may still change the meeting. */
async function lockOwn(tx: Tx, actor: Actor, id: Id): Promise<MeetingNote> {
  const lock = { mode: 'for_no_key_update' } as const;
  const note = await tx.manager.findOne(MeetingNote, { where: { id }, lock });
  if (note === null) throw new DomainError('note.not-found');
  const meeting = await getMeeting(tx, scopeOf(actor, 'meeting.change'), note.meetingId);
  await assertMayWith(tx, actor, 'meeting.change', meeting);
  if (note.authorId === null || note.authorId !== actor.personId) throw new DomainError('note.not-yours');
  return note;
}

/** That, not what: the text is kept once, where its author can change it. */
async function audit(tx: Tx, { actor, now }: Acting, meetingId: Id, action: AuditAction): Promise<void> {
  await writeAudit(tx, [
    {
      at: now,
      actorPersonId: actor.personId,
      channel: actor.channel,
      action,
      subjectKind: 'meeting',
      subjectId: meetingId,
      institutionIds: await listMeetingInstitutions(tx, meetingId),
      requestId: actor.requestId,
    },
  ]);
}
