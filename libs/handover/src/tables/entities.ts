import { HandoverDecision } from './handover-decision.entity.js';
import { Handover } from './handover.entity.js';

/** Every table of this lib. */
export const handoverEntities = [HandoverDecision, Handover];
