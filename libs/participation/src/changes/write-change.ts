import type { Actor } from '#access';
import { writeAudit } from '#audit';
import { instantOf } from '#calendar';
import type { MeetingInput } from '#contracts';
import { insertRows } from '#database';
import type { Reader, Tx } from '#database';
import { DomainError, newId, Temporal } from '#kernel';
import type { Id } from '#kernel';
import { supersedeUnsent } from '#mail';
import {
  applyPatch,
  assertMayLink,
  assertMayNameOrganiser,
  assertMayWith,
  changedFields,
  checkVersion,
  faceOf,
  faceOfInput,
  findLinks,
  hasMoved,
  inputOf,
  lockMeeting,
  loggedSeating,
  Meeting,
  MeetingChange,
  MeetingChanged,
  updateMeeting,
} from '#meetings';
import type { MeetingPatch } from '#meetings';
import { factOf, recordFacts } from '#queue';
import { readSeatFacts } from '../seats/read-seat-facts.js';
import { promoteWaiting } from '../seats/promote-waiting.js';
import { findKnownEntries } from '../mail/known-entries.js';
import { writeParticipantMails } from '../mail/participant-mails.js';
import { askAgain } from './ask-again.js';
import { findReached, raiseSequences, toldOf } from './meeting-audience.js';

export interface ChangeCommand {
  readonly meetingId: Id;
  readonly patch: MeetingPatch;
  /** Day or time may change without asking again; the host takes that on. */
  readonly keepAnswers: boolean;
  /** The capacity may be below what is taken: everybody keeps the seat, and nobody new gets one before there is room. */
  readonly keepSeats?: boolean;
}

export interface WrittenChange extends ChangeCommand {
  /** The version the host has seen; without it whatever is there is changed. */
  readonly ifMatch?: number;
  /** A short mail for the calendar's sake, because a summary of a whole series tells the rest. */
  readonly briefly?: boolean;
  readonly now: Temporal.Instant;
}

/**
 * Changes a meeting in the caller's transaction, under its row lock. When a published meeting's face changes: revision,
 * everybody's SEQUENCE and a mail with what was and is; when day or time change and answers are not kept, seats stay but
 * are asked again. An answer-by time that has passed goes when people are asked again. More capacity works the waiting
 * list off. Throws `version.stale`, `meeting.cancelled`, or what the merged whole breaks.
 */
export async function changeMeetingIn(tx: Tx, actor: Actor, command: WrittenChange): Promise<Meeting> {
  const meeting = await lockMeeting(tx, command.meetingId);
  await assertMayWith(tx, actor, 'meeting.change', meeting);
  const { now, ifMatch } = command;
  if (ifMatch !== undefined) checkVersion(meeting, ifMatch);
  if (meeting.state === 'cancelled') throw new DomainError('meeting.cancelled');
  const { input, before, after, current } = await patchedMeeting(tx, meeting, command);
  await authorizeLinks(tx, actor, current, input);
  await refuseTooSmall(tx, meeting, input.capacity, command);
  const isNews = isToldOf(meeting, now) && changedFields(before, after).length > 0;
  const written = await updateMeeting(tx, meeting, input, { now, raisesRevision: isNews });
  if (isNews) await tellChange(tx, written, { before, after, ...command });
  await auditChange(tx, actor, { meeting, input: current }, { meeting: written, input });
  if (meeting.state === 'published') {
    await recordFacts(tx, [
      factOf(MeetingChanged, { meetingId: meeting.id, revision: written.revision }, now),
    ]);
    await promoteWaiting(tx, written, now);
  }
  return written;
}

/** What a patch makes of the meeting: as it is and as it would be, in the host's terms and in those of its readers. */
export async function patchedMeeting(
  reader: Reader,
  meeting: Meeting,
  { patch, keepAnswers, now }: Pick<WrittenChange, 'patch' | 'keepAnswers' | 'now'>,
) {
  const links = (await findLinks(reader, [meeting.id]))(meeting.id);
  const current = inputOf(meeting, links);
  const input = applyPatch(current, patch);
  const [before, after] = [faceOf(meeting), faceOfInput(input)];
  const asks = hasMoved(before, after) && !keepAnswers;
  return { input: asks ? withOpenAnswers(input, now) : input, before, after, current };
}

interface Told extends Pick<WrittenChange, 'keepAnswers' | 'briefly' | 'now'> {
  readonly before: MeetingChange['before'];
  readonly after: MeetingChange['after'];
}

/**
 * Tells everybody concerned what a published meeting, already written, was and is: the change as a row, sequences, mails.
 * The meeting's row is locked. Faces that are the same say that only the instants moved.
 */
export async function tellChange(tx: Tx, meeting: Meeting, change: Told): Promise<void> {
  const { before, after, now, briefly = false } = change;
  const asksAgain = hasMoved(before, after) && !change.keepAnswers;
  const told = toldOf(await findReached(tx, meeting.id), asksAgain);
  const row = {
    id: newId(),
    meetingId: meeting.id,
    revision: meeting.revision,
    note: null,
    changedAt: now,
  };
  await insertRows(tx, MeetingChange, [{ ...row, kind: 'changed', before, after, asksAgain }]);
  const ids = told.map(({ invitationId }) => invitationId);
  await raiseSequences(tx, ids);
  // What an earlier mail was to tell and did not, the new one tells.
  await supersedeUnsent(tx, ids);
  const known = await findKnownEntries(tx, ids);
  if (asksAgain) await askAgain(tx, meeting, told, now);
  const mails = { meeting, now };
  const knows = ids.filter((id) => known.has(id));
  const news = { kind: 'change', invitationIds: knows, changeId: row.id, briefly } as const;
  await writeParticipantMails(tx, { ...mails, ...news });
  // Whoever has not had the invitation yet gets it now, as the meeting is, and hears of no change.
  const unaware = ids.filter((id) => !known.has(id));
  await writeParticipantMails(tx, { ...mails, kind: 'invitation', invitationIds: unaware });
}

/** Whether people hear of a change: drafts have no readers, and what is over concerns no calendar any more. */
export function isToldOf({ state, endsAt }: Meeting, now: Temporal.Instant): boolean {
  return state === 'published' && endsAt.epochMilliseconds >= now.epochMilliseconds;
}

/** Whoever is asked again must be able to answer: an answer-by time that has passed goes. */
function withOpenAnswers(input: MeetingInput, now: Temporal.Instant): MeetingInput {
  if (input.answerByLocal === null) return input;
  const answerBy = instantOf(Temporal.PlainDateTime.from(input.answerByLocal), input.zone);
  return answerBy.epochMilliseconds < now.epochMilliseconds ? { ...input, answerByLocal: null } : input;
}

async function authorizeLinks(
  tx: Tx,
  actor: Actor,
  before: MeetingInput,
  after: MeetingInput,
): Promise<void> {
  assertMayLink(actor, before, after);
  if (after.organiserId !== before.organiserId) await assertMayNameOrganiser(tx, actor, after.organiserId);
}

/** Fewer seats than are taken are the host's express wish, or a slip. */
async function refuseTooSmall(
  tx: Tx,
  meeting: Meeting,
  capacity: number | null,
  { keepSeats, now }: WrittenChange,
): Promise<void> {
  if (capacity === null || capacity === meeting.capacity || keepSeats === true) return;
  const { held } = await readSeatFacts(tx, Object.assign(new Meeting(), meeting, { capacity }), now);
  const confirmed = held.shared.get('all') ?? 0;
  if (confirmed > capacity) throw new DomainError('meeting.capacity-below-confirmed', { confirmed });
}

interface Version {
  readonly meeting: Meeting;
  readonly input: MeetingInput;
}

async function auditChange(tx: Tx, actor: Actor, before: Version, after: Version): Promise<void> {
  await writeAudit(tx, [
    {
      at: after.meeting.changedAt,
      actorPersonId: actor.personId,
      channel: actor.channel,
      action: 'meeting.change',
      subjectKind: 'meeting',
      subjectId: after.meeting.id,
      institutionIds: [before, after].flatMap(({ input }) => [input.institutionId, ...input.hostIds]),
      before: essenceOf(before),
      after: essenceOf(after),
      requestId: actor.requestId,
    },
  ]);
}

function essenceOf({ meeting, input }: Version) {
  const { capacity, visibility, answerByLocal, seating, questions, mailPlan } = meeting;
  const { institutionId, hostIds, listingIds, organiserId } = input;
  return {
    ...faceOf(meeting),
    capacity,
    ...loggedSeating(seating),
    questions,
    mailPlan,
    visibility,
    answerByLocal: answerByLocal?.toString() ?? null,
    institutionId,
    hostIds,
    listingIds,
    organiserId,
  };
}
