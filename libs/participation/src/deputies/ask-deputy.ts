import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import { Clock, DomainError } from '#kernel';
import type { Id } from '#kernel';
import { assertMayWith, lockMeeting } from '#meetings';
import { assertCanInviteTo } from '../invitations/invitation.policy.js';
import { Invitation } from '../tables/invitation.entity.js';
import { AskDeputies } from './ask-deputies.js';

const PEOPLE_PER_TRANSACTION = 500;

/** How it went for everybody who is silent or whose mail came back. */
export interface DeputiesAsked {
  readonly asked: number;
  /** A deputy had been asked already and may still answer. */
  readonly askedBefore: number;
  /** Offices without a deputy who can be reached. */
  readonly nobody: number;
}

/** The host asks whoever stands in, where the holder of an office is silent or cannot be reached. */
@Injectable()
export class AskDeputy {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly askDeputies: AskDeputies,
  ) {}

  /**
   * Invites the first deputy who can be reached for each office of the invitation. Holds the meeting's row lock. Throws
   * `invitation.not-found`, `access.denied`, `deputy.answered-already` and, where nobody could be asked, `deputy.no-office`,
   * `deputy.asked-already` or `deputy.nobody-reachable`.
   */
  async ask(actor: Actor, invitationId: Id): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const found = await tx.manager.findOneBy(Invitation, { id: invitationId });
      if (found === null) throw new DomainError('invitation.not-found');
      const meeting = await lockMeeting(tx, found.meetingId);
      await assertMayWith(tx, actor, 'meeting.invite', meeting);
      const now = this.clock.now();
      assertCanInviteTo(meeting, now);
      const isSilent = (await findSilent(tx, meeting.id, [invitationId])).length > 0;
      if (!isSilent) throw new DomainError('deputy.answered-already');
      const choice = await this.askDeputies.ask(tx, meeting, [invitationId], { actor, now });
      if (choice.chosen.length > 0) return;
      if (choice.asked.length > 0) throw new DomainError('deputy.asked-already');
      throw new DomainError(choice.nobody.length > 0 ? 'deputy.nobody-reachable' : 'deputy.no-office');
    });
  }

  /**
   * The same for everybody who is silent or whose mail came back, 500 people in a transaction. Asking again asks only
   * where nobody was asked. Throws `meeting.not-found`, `access.denied` and whatever forbids inviting.
   */
  async askForAll(actor: Actor, meetingId: Id): Promise<DeputiesAsked> {
    const sum = { asked: 0, askedBefore: 0, nobody: 0 };
    const silent = await this.unitOfWork.run(async (tx) => {
      const meeting = await lockMeeting(tx, meetingId);
      await assertMayWith(tx, actor, 'meeting.invite', meeting);
      assertCanInviteTo(meeting, this.clock.now());
      return findSilent(tx, meetingId, null);
    });
    for (let start = 0; start < silent.length; start += PEOPLE_PER_TRANSACTION) {
      const part = silent.slice(start, start + PEOPLE_PER_TRANSACTION);
      const choice = await this.unitOfWork.run(async (tx) => {
        const meeting = await lockMeeting(tx, meetingId);
        const now = this.clock.now();
        assertCanInviteTo(meeting, now);
        return this.askDeputies.ask(tx, meeting, await findSilent(tx, meetingId, part), { actor, now });
      });
      sum.asked += choice.chosen.length;
      sum.askedBefore += choice.asked.length;
      sum.nobody += choice.nobody.length;
    }
    return sum;
  }
}

/** Invitations that nobody has answered, or whose mail came back; of the meeting, or of these alone. Deputies' own count only when their mail came back. */
export async function findSilent(tx: Tx, meetingId: Id, among: readonly Id[] | null): Promise<readonly Id[]> {
  const rows: { id: Id }[] = await tx.manager.query(
    `SELECT invitation.id FROM invitation
      WHERE invitation.meeting_id = $1 AND invitation.state = 'active' AND invitation.answer IS NULL
        AND ($2::uuid[] IS NULL OR invitation.id = ANY($2))
        AND (EXISTS (SELECT FROM outgoing_mail AS mail
                      WHERE mail.thread_id = invitation.id AND mail.state IN ('failed', 'bounced'))
             OR EXISTS (SELECT FROM invitation_reason AS reason
                         WHERE reason.invitation_id = invitation.id AND reason.ended_at IS NULL
                           AND reason.as_deputy_for_id IS NULL))
      ORDER BY invitation.id`,
    [meetingId, among],
  );
  return rows.map(({ id }) => id);
}
