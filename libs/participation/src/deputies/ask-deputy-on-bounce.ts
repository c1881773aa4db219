import { Injectable } from '@nestjs/common';
import { systemActor } from '#access';
import { UnitOfWork } from '#database';
import { Clock } from '#kernel';
import { MailFailed } from '#mail';
import type { MailFailure } from '#mail';
import { lockMeeting } from '#meetings';
import { SubscribesTo } from '#queue';
import type { DeliveredFact, FactSubscriber } from '#queue';
import { Invitation } from '../tables/invitation.entity.js';
import { AskDeputies } from './ask-deputies.js';
import { findSilent } from './ask-deputy.js';

const ASKING_KINDS: ReadonlySet<string> = new Set(['invitation', 'change']);

/**
 * Asks a deputy when a mail that asked the holder of an office came back for good. May be told twice: nobody is asked
 * twice.
 */
@Injectable()
@SubscribesTo(MailFailed, 'participation.ask-deputy')
export class AskDeputyOnBounce implements FactSubscriber<MailFailure> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly askDeputies: AskDeputies,
  ) {}

  async handle({ payload: { kind, threadId } }: DeliveredFact<MailFailure>): Promise<void> {
    if (threadId === null || !ASKING_KINDS.has(kind)) return;
    await this.unitOfWork.run(async (tx) => {
      const found = await tx.manager.findOneBy(Invitation, { id: threadId });
      if (found === null) return;
      const meeting = await lockMeeting(tx, found.meetingId);
      const now = this.clock.now();
      const isComing =
        meeting.state === 'published' && meeting.startsAt.epochMilliseconds > now.epochMilliseconds;
      if (!isComing) return;
      const silent = await findSilent(tx, meeting.id, [threadId]);
      await this.askDeputies.ask(tx, meeting, silent, { actor: systemActor(), now });
    });
  }
}
