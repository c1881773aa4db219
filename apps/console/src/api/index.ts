export { addressOf, call } from './call.js';
export type { CallInput } from './call.js';
export { useMay } from './may.js';
export type { Place } from './may.js';
export { hasCode, hasStatus, ProblemError, UnreachableError } from './problem-error.js';
export { asking, refresh, saveOrReread, useAction, useApi, useApiAll, useApiPages } from './queries.js';
export { sessionKey, useEnter, useInstance, useLeave, useSession } from './session.js';
export { useLiveAnswers } from './live-answers.js';
