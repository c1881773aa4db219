import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import type { Actor } from '#access';
import type { AskingInput } from '#contracts';
import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import type { AudiencePerson } from '#directory';
import { Clock, DomainError } from '#kernel';
import type { Id, Temporal } from '#kernel';
import { getMeeting, lockMeeting } from '#meetings';
import type { Meeting } from '#meetings';
import {
  defineDueWork,
  endOperation,
  lockOperation,
  reportProgress,
  scheduleDueWork,
  startOperation,
} from '#queue';
import { MeetingAudience } from '../tables/meeting-audience.entity.js';
import { scheduleAudienceCheck } from '../newcomers/audience-check.js';
import { assertAskable, rememberAudience, resolveFor } from './asked-audience.js';
import { assertCanInviteTo } from './invitation.policy.js';
import { InvitePeople } from './invite-people.js';

const PEOPLE_PER_TRANSACTION = 500;

/** An invitation run under way; the row's subject is its operation. */
export const InvitationRunDue = defineDueWork<Record<never, never>>('invitation.run');

interface RunParams {
  readonly meetingId: Id;
  readonly meetingAudienceId: Id;
  readonly actor: Actor;
  /** Everybody up to this person has been dealt with. */
  readonly after: Id | null;
}

/** Invites an audience in batches of 500 people, each one transaction, so that a crash loses nothing. */
@Injectable()
export class InvitationRun {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly invitePeople: InvitePeople,
  ) {}

  /** As `startInvitationRun`, in a transaction of its own. */
  async start(actor: Actor, meetingId: Id, asking: AskingInput): Promise<Id> {
    const now = this.clock.now();
    return this.unitOfWork.run((tx) => startInvitationRun(tx, actor, { meetingId, asking, now }));
  }

  /**
   * Goes on with a run until it is done, or failed because the domain refuses it. May run twice and at once: batches
   * take turns under the operation's lock.
   */
  async work(operationId: Id): Promise<void> {
    try {
      while (await this.unitOfWork.run((tx) => this.workBatch(tx, operationId)));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const end = { errorCode: error.code, at: this.clock.now() };
      await this.unitOfWork.run((tx) => endOperation(tx, operationId, end));
    }
  }

  /** Invites the next 500 people; returns whether there is more to do. */
  private async workBatch(tx: Tx, operationId: Id): Promise<boolean> {
    const operation = await lockOperation(tx, operationId);
    if (operation.finishedAt !== null) return false;
    const { meetingId, meetingAudienceId, actor, after } = operation.params as unknown as RunParams;
    const now = this.clock.now();
    const meeting = await lockMeeting(tx, meetingId);
    if (meeting.state !== 'published') {
      await endOperation(tx, operationId, { errorCode: 'meeting.cancelled', at: now });
      return false;
    }
    const asked = await tx.manager.findOneByOrFail(MeetingAudience, { id: meetingAudienceId });
    const people = await findReachable(tx, meeting, { ...asked, now });
    const rest = people.filter(({ personId }) => after === null || personId > after);
    const batch = rest.slice(0, PEOPLE_PER_TRANSACTION);
    const { copyToDeputies } = asked;
    await this.invitePeople.invite(tx, meeting, batch, { actor, now, copyToDeputies });
    const isLast = batch.length === rest.length;
    await this.advance(tx, operationId, batch.at(-1)?.personId ?? null);
    await reportProgress(tx, operationId, {
      done: people.length - rest.length + batch.length,
      total: people.length,
    });
    if (!isLast) return true;
    await endOperation(tx, operationId, { result: { people: people.length }, at: now });
    // It also finds out on which day the next successor begins.
    await scheduleAudienceCheck(tx, [meetingId], now);
    return false;
  }

  private async advance(tx: Tx, operationId: Id, after: Id | null): Promise<void> {
    if (after === null) return;
    await tx.manager.query(
      `UPDATE operation SET params = params || jsonb_build_object('after', $2::text) WHERE id = $1`,
      [operationId, after],
    );
  }
}

/**
 * Asks for a run in the caller's transaction and returns its operation's id; the meeting remembers the audience. Refuses
 * with `meeting.not-published`, `meeting.cancelled`, `meeting.over`, the fields that refer to nothing, or
 * `audience.empty` when nobody could be asked.
 */
export async function startInvitationRun(
  tx: Tx,
  actor: Actor,
  { meetingId, asking, now }: { meetingId: Id; asking: AskingInput; now: Temporal.Instant },
): Promise<Id> {
  const meeting = await getMeeting(tx, scopeOf(actor, 'meeting.invite'), meetingId);
  assertCanInviteTo(meeting, now);
  await assertAskable(tx, actor, asking.audience);
  const asked = await rememberAudience(tx, { ...asking, meetingId, askedBy: actor.personId, askedAt: now });
  const people = await findReachable(tx, meeting, { ...asked, now });
  if (people.length === 0) throw new DomainError('audience.empty');
  const params: RunParams = { meetingId, meetingAudienceId: asked.id, actor, after: null };
  const id = await startOperation(tx, {
    kind: 'invitations',
    params: { ...params },
    createdBy: actor.personId,
    createdAt: now,
    total: people.length,
  });
  await scheduleDueWork(tx, InvitationRunDue, [{ subjectId: id, dueAt: now, payload: {} }]);
  return id;
}

/** Who of the audience can be written to, as of the meeting's day, in the order of ids. */
async function findReachable(
  tx: Tx,
  meeting: Meeting,
  asked: MeetingAudience & { readonly now: Temporal.Instant },
): Promise<readonly AudiencePerson[]> {
  const { people } = await resolveFor(tx, meeting, asked);
  return people
    .filter(({ address }) => address !== null)
    .toSorted((one, other) => (one.personId < other.personId ? -1 : 1));
}
