import type { RegistrationState } from '#contracts';
import type { Tx } from '#database';
import type { Clock, Id } from '#kernel';
import { lockMeeting } from '#meetings';
import type { Meeting } from '#meetings';
import { writeParticipantMails } from '../mail/participant-mails.js';
import { decideAnswers } from './decide-answers.js';
import type { DecidedAnswer, Decisions } from './decide-answers.js';
import { openDesk } from './desk.js';
import type { AnswerOutcome, IncomingAnswer } from './incoming-answer.js';
import { confirmPromoted } from './promote-waiting.js';
import { writeAnswers } from './write-answers.js';

/**
 * Decides answers to one meeting in one transaction, under the lock of its row, in the order they were received:
 * seats, waiting list, audit, facts and the mails that confirm. Results come in the order given.
 */
export async function answerBatch(
  tx: Tx,
  meetingId: Id,
  batch: readonly IncomingAnswer[],
  clock: Pick<Clock, 'now'>,
): Promise<readonly AnswerOutcome[]> {
  return answerLocked(tx, await lockMeeting(tx, meetingId), batch, clock);
}

/** As `answerBatch`, for a meeting whose row the caller has locked. */
export async function answerLocked(
  tx: Tx,
  meeting: Meeting,
  batch: readonly IncomingAnswer[],
  clock: Pick<Clock, 'now'>,
): Promise<readonly AnswerOutcome[]> {
  // Under the lock, so that no later mail carries an earlier DTSTAMP.
  const now = clock.now();
  const desk = await openDesk(tx, meeting, [...new Set(batch.map((incoming) => incoming.invitationId))]);
  const decisions = decideAnswers(desk, batch);
  const answers = [...decisions.answers.values()];
  await writeAnswers(tx, meeting.id, answers, now);
  await confirmPromoted(tx, meeting, decisions.promoted, now);
  for (const [outcome, invitationIds] of byOutcome(answers.filter(isNews))) {
    await writeParticipantMails(tx, { kind: 'confirmation', meeting, invitationIds, now, outcome });
  }
  return outcomesOf(decisions);
}

/** Answering the same again confirms nothing new, so no mail is sent for it. */
function isNews(answer: DecidedAnswer): boolean {
  return answer.before !== answer.state || answer.invitation.toConfirmAgain;
}

function byOutcome(answers: readonly DecidedAnswer[]): ReadonlyMap<RegistrationState, readonly Id[]> {
  const groups = new Map<RegistrationState, Id[]>();
  for (const { state, invitation } of answers) {
    groups.set(state, [...(groups.get(state) ?? []), invitation.id]);
  }
  return groups;
}

function outcomesOf(decisions: Decisions): readonly AnswerOutcome[] {
  return decisions.results.map((result) => {
    if ('refused' in result) return { outcome: 'refused', reason: result.refused };
    const answer = decisions.answers.get(result.accepted);
    if (answer === undefined) throw new Error('an accepted answer has a decision');
    const place = decisions.facts.waiting.findIndex(
      (party) => party.registrationId === answer.registrationId,
    );
    return { outcome: 'accepted', state: answer.state, placeInLine: place === -1 ? null : place + 1 };
  });
}
