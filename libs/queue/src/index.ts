export { QueueModule } from './queue.module.js';
export { queueEntities } from './entities.js';

export {
  defineDueWork,
  defineFact,
  defineJob,
  defineQueue,
  defineRecurringWork,
  definitions,
} from './definitions.js';
export type { Definitions } from './definitions.js';
export { HandlesDueWork, HandlesJob, SubscribesTo } from './handlers.js';
export type { DeliveredFact, DueWorkHandler, DueWorkRun, FactSubscriber, JobHandler } from './handlers.js';

export { JobQueue, jobOf } from './job-queue.js';
export { factOf, recordFacts } from './record-facts.js';
export type { NewFact } from './record-facts.js';
export { cancelDueWork, scheduleDueWork } from './schedule-due-work.js';

export { RowRelay } from './row-relay.js';
export type { Collected } from './row-relay.js';
export { FACT_CHANNEL, wakeAfterCommit } from './wake.js';
export { NotificationListener } from './notification-listener.js';
export { FactRelay } from './fact-relay.js';
export { DueWorkTick } from './due-work-tick.js';

export { endOperation, findOperation, lockOperation, reportProgress, startOperation } from './operations.js';
