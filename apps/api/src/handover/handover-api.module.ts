import { Module } from '@nestjs/common';
import { HandoverModule } from '#handover';
import { HandoverDecisionsController } from './handover-decisions.controller.js';
import { HandoversController } from './handovers.controller.js';

/** Handovers and what they leave to the hosts, over HTTP. */
@Module({ imports: [HandoverModule], controllers: [HandoversController, HandoverDecisionsController] })
export class HandoverApiModule {}
