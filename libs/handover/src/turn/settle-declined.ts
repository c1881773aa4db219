import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { InvitationAnswered } from '#participation';
import { SubscribesTo } from '#queue';
import type { DeliveredFact, FactSubscriber } from '#queue';
import { HandoverDecision } from '../tables/handover-decision.entity.js';
import { TurnOffice } from './turn-office.js';

interface Answered {
  readonly meetingId: string;
  readonly invitationId: string;
  readonly state: string;
}

/** A predecessor whom the host had to decide about says no: the successor is asked, there is nothing to decide. */
@Injectable()
@SubscribesTo(InvitationAnswered, 'handover.settle-declined')
export class SettleDeclined implements FactSubscriber<Answered> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly turnOffice: TurnOffice,
  ) {}

  async handle({ payload: { meetingId, invitationId, state } }: DeliveredFact<Answered>): Promise<void> {
    if (state !== 'declined') return;
    const { manager } = this.unitOfWork.reader;
    const open = await manager.findBy(HandoverDecision, { invitationId, state: 'open' });
    for (const { mandateId, startedById } of open) {
      await this.turnOffice.turn(meetingId, { mandateId, actorPersonId: startedById });
    }
  }
}
