import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { writeAudit } from '#audit';
import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import { Clock } from '#kernel';
import type { Id, Temporal } from '#kernel';
import { assertMayWith, listMeetingInstitutions, lockMeeting } from '#meetings';
import type { Meeting } from '#meetings';
import { factOf, recordFacts } from '#queue';
import { RequestDecided } from '../facts.js';
import { assertCanInviteTo } from '../invitations/invitation.policy.js';
import { writeParticipantMails } from '../mail/participant-mails.js';
import { workOff } from '../rules/registration.rules.js';
import { planRequests } from './plan-requests.js';
import type { DecidedRequest, Request, RequestDecision } from './plan-requests.js';
import { findOffers, lapseOffers } from './lapse-offers.js';
import { writeMoved } from './promote-waiting.js';
import { needsRepresented, readSeatFacts } from './read-seat-facts.js';
import { readRepresented } from './read-represented.js';
import { partyOf } from './party-of.js';

export interface RequestsCommand {
  readonly meetingId: Id;
  readonly decision: RequestDecision;
  readonly invitationIds: readonly Id[];
  /** What the host says of it to those concerned. */
  readonly note: string | null;
}

export interface RequestsOutcome {
  /** Whose registration is another one now. */
  readonly changed: number;
  /** Who was to have a seat, and there was none. */
  readonly withoutSeat: number;
}

/** The host decides on requests for seats, one or many at once. */
@Injectable()
export class DecideRequests {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Decides in one transaction under the meeting's lock, in the order in which people asked: `approve` lets in who waits
   * for the host's decision, as far as there are seats, and gives those in line a seat past the others; `refuse` declines
   * what has no seat yet; `free` sends people from their seats to the line. Each is told. Whoever is none of that stays as
   * they are, so it may run twice. Throws `meeting.not-found`, `meeting.cancelled`, `meeting.over`.
   */
  async decide(actor: Actor, command: RequestsCommand): Promise<RequestsOutcome> {
    return this.unitOfWork.run((tx) => decideRequestsIn(tx, actor, command, this.clock));
  }
}

/** As `DecideRequests.decide`, in the caller's transaction. */
export async function decideRequestsIn(
  tx: Tx,
  actor: Actor,
  command: RequestsCommand,
  clock: Pick<Clock, 'now'>,
): Promise<RequestsOutcome> {
  const meeting = await lockMeeting(tx, command.meetingId);
  await assertMayWith(tx, actor, 'meeting.invite', meeting);
  const now = clock.now();
  assertCanInviteTo(meeting, now);
  await lapseOffers(tx, meeting, await findOffers(tx, meeting.id), now);
  const requests = await readRequests(tx, meeting, command.invitationIds);
  const plan = planRequests(await readSeatFacts(tx, meeting, now), requests, command.decision);
  await write(tx, meeting, plan.decided, { actor, now, ...command });
  const { moved } = workOff(plan.facts);
  await writeMoved(tx, meeting, [...plan.moved, ...moved], now);
  return { changed: plan.decided.length, withoutSeat: plan.withoutSeat };
}

interface RequestRow extends Omit<Request, 'party'> {
  readonly seats: number;
  readonly contingentId: Id | null;
}

async function readRequests(tx: Tx, meeting: Meeting, ids: readonly Id[]): Promise<readonly Request[]> {
  const rows: RequestRow[] = await tx.manager.query(
    `SELECT registration.id AS "registrationId", invitation_id AS "invitationId", registration.state, seats,
            contingent_id AS "contingentId", arrival::int, group_id AS "group"
       FROM registration JOIN invitation ON invitation.id = registration.invitation_id
      WHERE registration.meeting_id = $1 AND invitation_id = ANY($2) AND invitation.state = 'active'
      ORDER BY arrival`,
    [meeting.id, ids],
  );
  const represented = await readRepresented(tx, meeting.id, needsRepresented(meeting) ? ids : []);
  return rows.map(({ seats, contingentId, ...row }) => ({
    ...row,
    party: partyOf(meeting, represented(row.invitationId), { seats, contingentId }),
  }));
}

interface Writing {
  readonly actor: Actor;
  readonly now: Temporal.Instant;
  readonly decision: RequestDecision;
  readonly note: string | null;
}

const OUTCOMES = { confirmed: 'confirmed', waitlisted: 'waitlisted', cancelled: 'refused' } as const;
const RAISED: ReadonlySet<string> = new Set(['confirmed', 'cancelled']);

async function write(
  tx: Tx,
  meeting: Meeting,
  decided: readonly DecidedRequest[],
  writing: Writing,
): Promise<void> {
  for (const [state, requests] of Map.groupBy(decided, (one) => one.after)) {
    const invitationIds = requests.map(({ invitationId }) => invitationId);
    await update(tx, invitationIds, state, writing);
    // Leaving a seat makes a confirmed entry tentative; the other way round, and out of the calendar, likewise.
    const leaves = requests.filter(({ before }) => before === 'confirmed').map((one) => one.invitationId);
    await tx.manager.query('UPDATE invitation SET sequence = sequence + 1 WHERE id = ANY($1)', [
      RAISED.has(state) ? invitationIds : leaves,
    ]);
    const mails = { kind: 'confirmation', meeting, invitationIds, now: writing.now } as const;
    await writeParticipantMails(tx, { ...mails, outcome: OUTCOMES[state] });
  }
  await record(tx, meeting.id, decided, writing);
}

async function update(
  tx: Tx,
  invitationIds: readonly Id[],
  state: DecidedRequest['after'],
  { now, note }: Writing,
): Promise<void> {
  await tx.manager.query(
    `UPDATE registration
        SET state = $2, cause = $3, decision_note = $4, offered_until = NULL, decided_at = $5,
            group_id = CASE WHEN $2 = 'waitlisted' THEN group_id END, decisions = decisions + 1
      WHERE invitation_id = ANY($1)`,
    [invitationIds, state, state === 'cancelled' ? 'refused' : null, note, now],
  );
}

const ACTIONS = {
  approve: 'registration.approve',
  refuse: 'registration.refuse',
  free: 'registration.free',
} as const satisfies Record<RequestDecision, string>;

async function record(
  tx: Tx,
  meetingId: Id,
  decided: readonly DecidedRequest[],
  { actor, now, decision, note }: Writing,
): Promise<void> {
  const institutionIds = await listMeetingInstitutions(tx, meetingId);
  await writeAudit(
    tx,
    decided.map(({ invitationId, before, after }) => ({
      at: now,
      actorPersonId: actor.personId,
      channel: actor.channel,
      action: ACTIONS[decision],
      subjectKind: 'invitation',
      subjectId: invitationId,
      institutionIds,
      before: { registration: before },
      after: { registration: after },
      personal: { noteBefore: null, noteAfter: note },
      requestId: actor.requestId,
    })),
  );
  await recordFacts(
    tx,
    decided.map(({ invitationId, after }) =>
      factOf(RequestDecided, { meetingId, invitationId, state: after }, now),
    ),
  );
}
