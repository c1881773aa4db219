import { Injectable } from '@nestjs/common';
import { assertMay, systemActor } from '#access';
import type { Actor } from '#access';
import { writeAudit } from '#audit';
import { meetingInput } from '#contracts';
import type { MeetingInput, Visibility } from '#contracts';
import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import { Clock, DomainError, Temporal } from '#kernel';
import type { Id } from '#kernel';
import { faceOf, insertMeeting, MeetingChanged, updateMeetingState } from '#meetings';
import { changeMeetingIn, startInvitationRun } from '#participation';
import { cancelDueWork, factOf, recordFacts } from '#queue';
import { PollCloseDue, PollReminderDue } from '../asking/poll-work.js';
import { writePollMails } from '../mail/poll-mails.js';
import { countVotes } from '../reading/count-votes.js';
import { endOf, startOf } from '../rules/option-span.js';
import { stateAfter } from '../rules/poll-states.js';
import { findOptions, lockPoll } from '../tables/find-poll.js';
import type { PollOption } from '../tables/poll-option.entity.js';
import { Poll } from '../tables/poll.entity.js';
import { auditPoll } from '../writing/audit-poll.js';
import { askingOf } from '../writing/poll-columns.js';

export interface TakeCommand {
  readonly pollId: Id;
  readonly optionId: Id;
  readonly ifMatch: number;
  /** Of the new meeting. */
  readonly visibility: Visibility;
  readonly note: string | null;
}

/** Takes one of a poll's dates. */
@Injectable()
export class TakeDate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** As `takeDateIn`, in a transaction of its own. */
  async take(actor: Actor, command: TakeCommand): Promise<Poll> {
    return this.unitOfWork.run((tx) => takeDateIn(tx, actor, command, this.clock.now()));
  }
}

/**
 * Ends the poll with this date in the caller's transaction, under the poll's lock and then the meeting's: makes and
 * publishes the meeting and begins to invite the audience, or moves the meeting that the poll is about, and tells
 * everybody who was asked. How the votes stood is kept with the poll and in the log. Throws `poll.not-takeable`,
 * `version.stale`, `poll.option-not-found`, `poll.option-past`, or what keeps the meeting from moving.
 */
export async function takeDateIn(
  tx: Tx,
  actor: Actor,
  command: TakeCommand,
  now: Temporal.Instant,
): Promise<Poll> {
  const poll = await lockPoll(tx, command.pollId);
  assertMay(actor, 'meeting.invite', { institutionIds: [poll.institutionId] });
  const state = stateAfter(poll.state, 'take');
  if (poll.version !== command.ifMatch) throw new DomainError('version.stale', { version: poll.version });
  const option = await takeableOption(tx, poll, { optionId: command.optionId, now });
  const meetingId =
    poll.movesMeetingId === null
      ? await makeMeeting(tx, actor, { poll, option, visibility: command.visibility, now })
      : await moveMeeting(tx, actor, { poll, option, now });
  const { note: decisionNote, optionId: takenOptionId } = command;
  const columns = {
    state,
    meetingId,
    takenOptionId,
    decisionNote,
    changedAt: now,
    version: poll.version + 1,
  };
  await tx.manager.update(Poll, { id: poll.id }, columns);
  const decided = Object.assign(new Poll(), poll, columns);
  for (const work of [PollReminderDue, PollCloseDue]) await cancelDueWork(tx, work, [poll.id]);
  await writePollMails(tx, { kind: 'poll-decision', poll: decided, now });
  const votes = (await countVotes(tx, poll.id))(takenOptionId);
  await auditPoll(tx, decided, { action: 'take', actor, now, after: { meetingId, takenOptionId, votes } });
  return decided;
}

/** The option, if the meeting could still be on it. */
export async function takeableOption(
  tx: Parameters<typeof findOptions>[0],
  poll: Poll,
  { optionId, now }: { optionId: Id; now: Temporal.Instant },
): Promise<PollOption> {
  const option = (await findOptions(tx, [poll.id])).find(({ id }) => id === optionId);
  if (option === undefined) throw new DomainError('poll.option-not-found');
  if (Temporal.Instant.compare(startOf(option, poll.zone), now) <= 0)
    throw new DomainError('poll.option-past');
  return option;
}

/** When the meeting would be. */
export function whenTaken(
  poll: Poll,
  option: PollOption,
): Pick<MeetingInput, 'startsLocal' | 'endsLocal' | 'allDay' | 'zone'> {
  return {
    allDay: option.allDay,
    startsLocal: option.startsLocal.toString({ smallestUnit: 'minute' }),
    endsLocal: endOf(option, poll.lengthMinutes).toString({ smallestUnit: 'minute' }),
    zone: poll.zone,
  };
}

interface Taking {
  readonly poll: Poll;
  readonly option: PollOption;
  readonly now: Temporal.Instant;
}

async function makeMeeting(
  tx: Tx,
  actor: Actor,
  { poll, option, visibility, now }: Taking & { visibility: Visibility },
): Promise<Id> {
  const { institutionId, title, description, place, organiserId } = poll;
  assertMay(actor, 'meeting.create', { institutionIds: [institutionId] });
  const fields = { institutionId, title, description, place, organiserId, visibility };
  const input = meetingInput.parse({ ...fields, ...whenTaken(poll, option) });
  const meeting = await updateMeetingState(tx, await insertMeeting(tx, input, now), 'published', now);
  await writeAudit(tx, [
    {
      at: now,
      actorPersonId: actor.personId,
      channel: actor.channel,
      action: 'meeting.create',
      subjectKind: 'meeting',
      subjectId: meeting.id,
      institutionIds: [institutionId],
      after: { ...faceOf(meeting), pollId: poll.id },
      requestId: actor.requestId,
    },
  ]);
  await recordFacts(tx, [factOf(MeetingChanged, { meetingId: meeting.id, revision: meeting.revision }, now)]);
  // The audience was asked for when the poll was made: whoever takes the date need not reach all of it.
  const run = { ...systemActor(), personId: actor.personId, channel: actor.channel };
  await startInvitationRun(tx, run, { meetingId: meeting.id, asking: askingOf(poll), now });
  return meeting.id;
}

async function moveMeeting(tx: Tx, actor: Actor, { poll, option, now }: Taking): Promise<Id> {
  const meetingId = poll.movesMeetingId;
  if (meetingId === null) throw new DomainError('meeting.not-found');
  await changeMeetingIn(tx, actor, { meetingId, patch: whenTaken(poll, option), keepAnswers: false, now });
  return meetingId;
}
