export { GuardedHttp } from './guarded-http.js';
export type { FetchOutcome, FetchRefusal, RefusalCode, Validators } from './fetch-outcome.js';
export { OutboundModule } from './outbound.module.js';
