import { Injectable } from '@nestjs/common';
import { systemActor } from '#access';
import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import { Clock, Temporal } from '#kernel';
import type { Id } from '#kernel';
import { lockMeeting } from '#meetings';
import type { Meeting } from '#meetings';
import { findMeetingAudiences, resolveFor } from '../invitations/asked-audience.js';
import { findLeftOffices } from '../invitations/office-invitations.js';
import { InvitePeople } from '../invitations/invite-people.js';
import { findGivenReasons } from '../reading/given-reasons.js';
import { scheduleAudienceCheck } from './audience-check.js';
import { isInvited, newcomersAmong, takesNewcomers } from './newcomer.policy.js';

const PEOPLE_PER_TRANSACTION = 500;

/** Asks who has come to belong to a meeting's audiences since its invitations were sent. */
@Injectable()
export class CheckAudiences {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly invitePeople: InvitePeople,
  ) {}

  /**
   * Invites who is new in audiences whose newcomers are to be invited, 500 in a transaction; those invited already
   * gain their new reasons in any case. Puts the next look down for the day the next successor begins. Does nothing
   * once answers are due. May run twice.
   */
  async work(meetingId: Id): Promise<void> {
    while (await this.unitOfWork.run((tx) => this.inviteSome(tx, meetingId)));
  }

  /** Returns whether there is more to do. */
  private async inviteSome(tx: Tx, meetingId: Id): Promise<boolean> {
    const meeting = await lockMeeting(tx, meetingId);
    const now = this.clock.now();
    if (!takesNewcomers(meeting, now)) return false;
    const { people, nextChangeAt, copyToDeputies } = await this.findPeople(tx, meeting, now);
    const batch = people.slice(0, PEOPLE_PER_TRANSACTION);
    await this.invitePeople.invite(tx, meeting, batch, { actor: systemActor(), now, copyToDeputies });
    if (people.length > batch.length) return true;
    if (nextChangeAt !== null) await scheduleAudienceCheck(tx, [meetingId], nextChangeAt);
    return false;
  }

  private async findPeople(tx: Tx, meeting: Meeting, now: Temporal.Instant) {
    const known = await findGivenReasons(tx, meeting.id);
    const found = [];
    const changes: Temporal.Instant[] = [];
    const audiences = await findMeetingAudiences(tx, meeting.id);
    for (const asked of audiences) {
      const { people, nextChangeAt } = await resolveFor(tx, meeting, { ...asked, now });
      found.push(
        ...people.filter(({ personId }) => asked.newcomers === 'invite' || isInvited(personId, known)),
      );
      if (nextChangeAt !== null) changes.push(nextChangeAt);
    }
    const left = await findLeftOffices(tx, meeting, now);
    const reachable = newcomersAmong(found, known, left).filter(({ address }) => address !== null);
    const [nextChangeAt = null] = changes.toSorted((a, b) => Temporal.Instant.compare(a, b));
    const copyToDeputies = audiences.some((asked) => asked.copyToDeputies);
    return { people: reachable, nextChangeAt, copyToDeputies };
  }
}
