export { queueEntities } from './entities.js';
export { Operation } from './operation.entity.js';
export { defineDueWork, defineFact, defineJob, defineQueue, defineRecurringWork } from './definitions.js';
export type {
  DueWorkDefinition,
  FactDefinition,
  JobDefinition,
  Payload,
  QueueDefinition,
} from './definitions.js';
export { factOf, recordFacts } from './record-facts.js';
export type { NewFact } from './record-facts.js';
export { cancelDueWork, scheduleDueWork } from './schedule-due-work.js';
export type { NewDueWork } from './schedule-due-work.js';
export { wakeAfterCommit } from './wake.js';
export { endOperation, findOperation, lockOperation, reportProgress, startOperation } from './operations.js';
export type { NewOperation, OperationEnd } from './operations.js';
