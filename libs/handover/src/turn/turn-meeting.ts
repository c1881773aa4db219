import type { Actor } from '#access';
import { insertRows } from '#database';
import type { Tx } from '#database';
import { findInstitutions, lockMandate } from '#directory';
import { newId } from '#kernel';
import type { Id, Temporal } from '#kernel';
import { lockMeeting } from '#meetings';
import type { Meeting } from '#meetings';
import { endOfficeReason, lockOfficeInvitations, withdrawLocked } from '#participation';
import type { InvitePeople, OfficeInvitation } from '#participation';
import { inviteSuccessors } from '../invite-successors.js';
import { HandoverDecision } from '../tables/handover-decision.entity.js';
import { planTurn } from './turn.rules.js';
import type { Turn, TurnDecision, TurnInvitation, TurnMandate } from './turn.rules.js';

/** The mandate that begins or has ended. */
export interface TurningMandate {
  readonly mandateId: Id;
  /** Who set it going. */
  readonly actorPersonId: Id | null;
}

export interface TurnTools {
  readonly invitePeople: InvitePeople;
  readonly now: Temporal.Instant;
}

interface Turning extends TurnTools {
  readonly officeId: Id;
  readonly institutionId: Id;
  readonly actor: Pick<Actor, 'personId' | 'channel' | 'requestId'>;
}

/**
 * Does for one meeting what the change of hands means, in the caller's transaction: locks the meeting, the office, the
 * invitations by this office, decides by `planTurn`, and writes. May run again and at once: the second finds nothing
 * left to do. Throws `mandate.not-found` for a mandate that was called off.
 */
export async function turnMeeting(
  tx: Tx,
  meetingId: Id,
  { mandateId, actorPersonId }: TurningMandate,
  tools: TurnTools,
): Promise<void> {
  const meeting = await lockMeeting(tx, meetingId);
  const { mandate, others, institutionId } = await lockMandate(tx, mandateId);
  const { now } = tools;
  if (meeting.state !== 'published' || meeting.startsAt.epochMilliseconds <= now.epochMilliseconds) return;
  const mandates = [mandate, ...others].map((one): TurnMandate => ({ ...one, personId: one.person.id }));
  const { officeId, seat } = mandate;
  const invitations = await lockOfficeInvitations(tx, meetingId, officeId);
  const plan = planTurn({
    seat,
    today: now.toZonedDateTimeISO(await zoneOf(tx, institutionId)).toPlainDate(),
    meetingDay: meeting.startsLocal.toPlainDate(),
    mandates,
    invitations: invitations.map(toTurnInvitation),
    decisions: await readDecisions(tx, { meetingId, officeId, mandates }),
  });
  const actor = { personId: actorPersonId, channel: 'system', requestId: null } as const;
  const turning = { ...tools, officeId, institutionId, actor };
  await leave(tx, meeting, { plan, invitations }, turning);
  await writeDecisions(tx, meeting, plan, turning);
  await inviteSuccessors(tx, meeting, { ...turning, personIds: plan.invite });
}

async function zoneOf(tx: Tx, institutionId: Id): Promise<string> {
  return (await findInstitutions(tx, [institutionId])).get(institutionId)?.zone ?? 'UTC';
}

function toTurnInvitation({ invitation, ...rest }: OfficeInvitation): TurnInvitation {
  const { id, personId, answer } = invitation;
  const { isReason, isDeputy, otherReasons, endCause } = rest;
  return { id, personId, answer, isReason, isDeputy, otherReasons, hasLeft: endCause === 'office-left' };
}

async function readDecisions(
  tx: Tx,
  { meetingId, officeId, mandates }: { meetingId: Id; officeId: Id; mandates: readonly TurnMandate[] },
): Promise<readonly TurnDecision[]> {
  const rows = await tx.manager
    .createQueryBuilder(HandoverDecision, 'decision')
    .setLock('for_no_key_update')
    .where({ meetingId, officeId })
    .orderBy('decision.id')
    .getMany();
  return rows.map(({ mandateId, ...decision }) => {
    const seat = mandates.find(({ id }) => id === mandateId)?.seat ?? 0;
    return { ...decision, seat };
  });
}

async function leave(
  tx: Tx,
  meeting: Meeting,
  { plan, invitations }: { plan: Turn; invitations: readonly OfficeInvitation[] },
  { officeId, actor, now }: Turning,
): Promise<void> {
  for (const id of plan.endReasons)
    await endOfficeReason(tx, id, officeId, { meetingId: meeting.id, actor, now });
  for (const { invitation } of invitations) {
    if (!plan.withdraw.includes(invitation.id)) continue;
    await withdrawLocked(tx, meeting, invitation, { actor, now, cause: 'office-left' });
  }
}

async function writeDecisions(tx: Tx, meeting: Meeting, plan: Turn, turning: Turning): Promise<void> {
  const { officeId, actor, now } = turning;
  const rows = plan.open.map((each) => ({
    ...each,
    id: newId(),
    meetingId: meeting.id,
    officeId,
    state: 'open' as const,
    openedAt: now,
    startedById: actor.personId,
    decidedById: null,
    decidedAt: null,
  }));
  await insertRows(tx, HandoverDecision, rows);
  for (const { decisionId, successorId } of plan.point) {
    await tx.manager.update(HandoverDecision, { id: decisionId }, { successorId });
  }
  for (const id of plan.settle) {
    await tx.manager.update(HandoverDecision, { id }, { state: 'replace', decidedAt: now });
  }
}
