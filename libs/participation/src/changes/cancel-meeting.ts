import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import type { Actor } from '#access';
import { writeAudit } from '#audit';
import type { ReachDto } from '#contracts';
import { insertRows, UnitOfWork } from '#database';
import type { Reader, Tx } from '#database';
import { Clock, DomainError, newId } from '#kernel';
import type { Id, Temporal } from '#kernel';
import { supersedeUnsent } from '#mail';
import {
  assertMayWith,
  checkVersion,
  faceOf,
  getMeeting,
  listMeetingInstitutions,
  lockMeeting,
  MeetingChange,
  MeetingChanged,
  updateMeetingState,
} from '#meetings';
import type { Meeting } from '#meetings';
import { factOf, recordFacts } from '#queue';
import { findKnownEntries } from '../mail/known-entries.js';
import { writeParticipantMails } from '../mail/participant-mails.js';
import { findReached, raiseSequences, toldOf } from './meeting-audience.js';
import type { Reached } from './meeting-audience.js';
import { countReach } from './reach.js';

export interface CancelCommand {
  readonly meetingId: Id;
  /** The version the host has seen; without it whatever is there is cancelled. */
  readonly ifMatch?: number;
  readonly note: string | null;
  /** A short mail for the calendar's sake, because a summary of a whole series tells the rest. */
  readonly briefly?: boolean;
}

/** Cancels a meeting and takes it out of the calendars of those who have it there. */
@Injectable()
export class CancelMeeting {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Whom a cancellation would reach; changes nothing. */
  async preview(actor: Actor, meetingId: Id): Promise<ReachDto> {
    const { reader } = this.unitOfWork;
    const meeting = await getMeeting(reader, scopeOf(actor, 'meeting.change'), meetingId);
    const reached = meeting.state === 'published' ? await findReached(reader, meetingId) : [];
    const mailed = await findKnown(reader, toldOf(reached, false));
    return { changes: [], ...countReach(reached, mailed, false) };
  }

  /** As `cancelMeetingIn`, in a transaction of its own. */
  async cancel(actor: Actor, command: CancelCommand & { ifMatch: number }): Promise<Meeting> {
    return this.unitOfWork.run((tx) => cancelMeetingIn(tx, actor, { ...command, now: this.clock.now() }));
  }
}

/**
 * Cancels a meeting in the caller's transaction, under its row lock. Whoever got a mail and has not declined gets the
 * cancellation; invitations that have not left stay at home. Throws `version.stale`, `meeting.over`, or
 * `meeting.cancelled` when it is already.
 */
export async function cancelMeetingIn(
  tx: Tx,
  actor: Actor,
  { meetingId, ifMatch, note, briefly, now }: CancelCommand & { readonly now: Temporal.Instant },
): Promise<Meeting> {
  const meeting = await lockMeeting(tx, meetingId);
  await assertMayWith(tx, actor, 'meeting.change', meeting);
  if (ifMatch !== undefined) checkVersion(meeting, ifMatch);
  if (meeting.state === 'cancelled') throw new DomainError('meeting.cancelled');
  if (meeting.endsAt.epochMilliseconds < now.epochMilliseconds) throw new DomainError('meeting.over');
  const written = await updateMeetingState(tx, meeting, 'cancelled', now);
  if (meeting.state === 'published') await tell(tx, written, { note, briefly: briefly ?? false });
  await audit(tx, actor, meeting, written);
  await recordFacts(tx, [factOf(MeetingChanged, { meetingId, revision: written.revision }, now)]);
  return written;
}

async function tell(
  tx: Tx,
  meeting: Meeting,
  { note, briefly }: { note: string | null; briefly: boolean },
): Promise<void> {
  const now = meeting.changedAt;
  const face = faceOf(meeting);
  const changeId: Id = newId();
  await insertRows(tx, MeetingChange, [
    {
      id: changeId,
      meetingId: meeting.id,
      kind: 'cancelled',
      revision: meeting.revision,
      before: face,
      after: face,
      note,
      asksAgain: false,
      changedAt: now,
    },
  ]);
  const told = toldOf(await findReached(tx, meeting.id), false);
  const ids = told.map(({ invitationId }) => invitationId);
  await raiseSequences(tx, ids);
  await supersedeUnsent(tx, ids);
  const invitationIds = (await findKnown(tx, told)).map(({ invitationId }) => invitationId);
  await writeParticipantMails(tx, { kind: 'cancellation', meeting, invitationIds, changeId, briefly, now });
}

/** Those who have the meeting in their calendars. */
async function findKnown(reader: Reader, told: readonly Reached[]): Promise<readonly Reached[]> {
  const ids = told.map(({ invitationId }) => invitationId);
  const known = await findKnownEntries(reader, ids);
  return told.filter(({ invitationId }) => known.has(invitationId));
}

async function audit(tx: Tx, actor: Actor, before: Meeting, after: Meeting): Promise<void> {
  await writeAudit(tx, [
    {
      at: after.changedAt,
      actorPersonId: actor.personId,
      channel: actor.channel,
      action: 'meeting.cancel',
      subjectKind: 'meeting',
      subjectId: after.id,
      institutionIds: await listMeetingInstitutions(tx, after.id),
      before: { state: before.state },
      after: { state: after.state },
      requestId: actor.requestId,
    },
  ]);
}
