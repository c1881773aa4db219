import { together } from '#database';
import type { Tx } from '#database';
import { Temporal } from '#kernel';
import type { Clock, Id, TokenKeys } from '#kernel';
import { supersedeUnsent } from '#mail';
import { listMeetingInstitutions, lockMeeting } from '#meetings';
import type { Meeting } from '#meetings';
import { findKnownEntries } from '../mail/known-entries.js';
import { writeMailsTo } from '../mail/participant-mails.js';
import type { Recipient } from '../mail/participant-mails.js';
import { decideAnswers } from './decide-answers.js';
import type { DecidedAnswer, Decisions } from './decide-answers.js';
import { openDesk } from './desk.js';
import type { Desk } from './desk.js';
import type { AnswerOutcome, IncomingAnswer } from './incoming-answer.js';
import { keepQuestionAnswers } from '../questions/keep-question-answers.js';
import type { AnsweredState } from '../rules/registration.rules.js';
import { lapseOffers } from '../seats/lapse-offers.js';
import { promoteWaiting, writeMoved } from '../seats/promote-waiting.js';
import { recordAnswers, sequenceAfter, writeAnswers } from './write-answers.js';

/** What deciding answers needs besides the database. */
export interface AnswerTools {
  readonly clock: Pick<Clock, 'now'>;
  /** Of the links to the registrations' pages. */
  readonly keys: TokenKeys;
}

/**
 * Decides answers to one meeting in one transaction, under the lock of its row, in the order they were received:
 * seats, waiting list, audit, facts and the mails that confirm. Results come in the order given.
 */
export async function answerBatch(
  tx: Tx,
  meetingId: Id,
  batch: readonly IncomingAnswer[],
  tools: AnswerTools,
): Promise<readonly AnswerOutcome[]> {
  return answerLocked(tx, await lockMeeting(tx, meetingId), batch, tools);
}

/** As `answerBatch`, for a meeting whose row the caller has locked. */
export async function answerLocked(
  tx: Tx,
  meeting: Meeting,
  batch: readonly IncomingAnswer[],
  tools: AnswerTools,
): Promise<readonly AnswerOutcome[]> {
  // Under the lock, so that no later mail carries an earlier DTSTAMP.
  const now = tools.clock.now();
  const [desk, institutionIds] = await together(
    openCurrentDesk(tx, meeting, batch, now),
    listMeetingInstitutions(tx, meeting.id),
  );
  const decisions = decideAnswers(desk, batch);
  const answers = [...decisions.answers.values()];
  await together(
    writeAnswers(tx, meeting, answers, { now, keys: tools.keys }),
    recordAnswers(tx, answers, { meetingId: meeting.id, institutionIds, now }),
    tell(tx, desk, answers.filter(isNews), now),
  );
  await keepQuestionAnswers(
    tx,
    meeting,
    answers.map(({ registrationId, incoming: { values = null }, state }) => ({
      registrationId,
      values,
      comes: state !== 'declined',
    })),
  );
  await writeMoved(tx, meeting, decisions.moved, now);
  return outcomesOf(decisions);
}

/** A desk on which no offer lies that was over before the first of the answers came in. */
async function openCurrentDesk(
  tx: Tx,
  meeting: Meeting,
  batch: readonly IncomingAnswer[],
  now: Temporal.Instant,
): Promise<Desk> {
  const desk = await openDesk(tx, meeting, batch, now);
  const lapsed = await lapseOffers(tx, meeting, desk.offered, earliest(batch, now));
  if (lapsed === 0) return desk;
  // Also where every one of these answers is refused, the seats go to those who wait.
  await promoteWaiting(tx, meeting, now);
  return openDesk(tx, meeting, batch, now);
}

/** Whoever learns something new gets a mail, but for a date that they declined with the whole series. */
async function tell(
  tx: Tx,
  desk: Desk,
  answers: readonly DecidedAnswer[],
  now: Temporal.Instant,
): Promise<void> {
  const unasked = await declinedUnasked(tx, answers);
  await supersedeUnsent(tx, [...unasked]);
  await confirm(
    tx,
    desk,
    answers.filter(({ invitation }) => !unasked.has(invitation.id)),
    now,
  );
}

async function confirm(
  tx: Tx,
  { meeting, invitations }: Desk,
  answers: readonly DecidedAnswer[],
  now: Temporal.Instant,
): Promise<void> {
  const byChannel = Map.groupBy(answers, ({ incoming }) => incoming.channel === 'series');
  for (const [standing, given] of byChannel) {
    const outcome = new Map(given.map(({ invitation, state }) => [invitation.id, state]));
    const recipients = given.flatMap((answer): Recipient[] => {
      const { id: invitationId, personId } = answer.invitation;
      const { language, address } = invitations.get(invitationId) ?? { address: null };
      if (address === null) return [];
      const { decisions } = answer;
      return [
        { invitationId, personId, sequence: sequenceAfter(answer, meeting), decisions, language, address },
      ];
    });
    await writeMailsTo(tx, recipients, { kind: 'confirmation', meeting, now, outcome, standing });
  }
}

/**
 * Who has declined a whole series and has not heard of this date yet: they get no mail about it, neither the invitation
 * nor that it was declined.
 */
async function declinedUnasked(tx: Tx, answers: readonly DecidedAnswer[]): Promise<ReadonlySet<Id>> {
  const declined = answers.filter(
    ({ incoming, state }) => incoming.channel === 'series' && state === 'declined',
  );
  const ids = declined.map(({ invitation }) => invitation.id);
  const known = await findKnownEntries(tx, ids);
  return new Set(ids.filter((id) => !known.has(id)));
}

/** Answering the same again confirms nothing new, so no mail is sent for it. */
function isNews(answer: DecidedAnswer): boolean {
  return answer.before !== answer.state || answer.invitation.toConfirmAgain || !hasSameSeats(answer);
}

function hasSameSeats({ seatsBefore, companions, contingentId, state }: DecidedAnswer): boolean {
  if (seatsBefore === null || !asksForSeats(state)) return true;
  const isSame = seatsBefore.companions.join('\n') === companions.join('\n');
  return (
    isSame && seatsBefore.companions.length === companions.length && seatsBefore.contingentId === contingentId
  );
}

function asksForSeats(state: AnsweredState): boolean {
  return state !== 'declined' && state !== 'tentative';
}

/** When the first of them came in: an offer that held then can still be taken. */
function earliest(batch: readonly IncomingAnswer[], now: Temporal.Instant): Temporal.Instant {
  const [first = now] = batch.map(({ receivedAt }) => receivedAt).toSorted(Temporal.Instant.compare);
  return first;
}

function outcomesOf(decisions: Decisions): readonly AnswerOutcome[] {
  return decisions.results.map((result) => {
    if ('refused' in result) return { outcome: 'refused', ...result.refused };
    const answer = decisions.answers.get(result.accepted);
    if (answer === undefined) throw new Error('an accepted answer has a decision');
    return { outcome: 'accepted', state: answer.state };
  });
}
