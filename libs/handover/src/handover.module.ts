import { Module } from '@nestjs/common';
import { ParticipationModule } from '#participation';
import { DecideHandover } from './decisions/decide-handover.js';
import { HandoverMerger } from './handover.merger.js';
import { SettleDeclined } from './turn/settle-declined.js';
import { TurnOffice } from './turn/turn-office.js';

/** Offices that change hands, and what that means for the meetings they are asked to. */
@Module({
  imports: [ParticipationModule],
  providers: [HandoverMerger, DecideHandover, TurnOffice, SettleDeclined],
  exports: [DecideHandover],
})
export class HandoverModule {}
