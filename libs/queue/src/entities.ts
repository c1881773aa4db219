import { DueWork } from './due-work.entity.js';
import { Fact } from './fact.entity.js';
import { Operation } from './operation.entity.js';

/** The tables of this lib. */
export const queueEntities = [DueWork, Fact, Operation];
