import { QueryFailedError } from 'typeorm';

/** SQLSTATE codes we react to (PostgreSQL, appendix A). */
export const SqlState = {
  uniqueViolation: '23505',
  exclusionViolation: '23P01',
  serializationFailure: '40001',
  deadlockDetected: '40P01',
} as const;

/** The class of integrity constraint violations. */
const INTEGRITY_CLASS = '23';

/** Whether the error is a broken unique constraint, of that name if one is given. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return isViolation(error, SqlState.uniqueViolation, constraint);
}

/** Whether the error is a broken exclusion constraint, of that name if one is given. */
export function isExclusionViolation(error: unknown, constraint?: string): boolean {
  return isViolation(error, SqlState.exclusionViolation, constraint);
}

/** The name of the constraint that the error says is broken; undefined for every other error. */
export function violatedConstraint(error: unknown): string | undefined {
  const broken = driverError(error);
  return broken?.code?.startsWith(INTEGRITY_CLASS) === true ? broken.constraint : undefined;
}

/** Whether the same work may succeed in a new transaction. */
export function isRetryable(error: unknown): boolean {
  const state = sqlState(error);
  return state === SqlState.serializationFailure || state === SqlState.deadlockDetected;
}

function isViolation(error: unknown, state: string, constraint?: string): boolean {
  if (sqlState(error) !== state) return false;
  return constraint === undefined || driverError(error)?.constraint === constraint;
}

function sqlState(error: unknown): string | undefined {
  return driverError(error)?.code;
}

function driverError(error: unknown): { code?: string; constraint?: string } | undefined {
  return error instanceof QueryFailedError ? error.driverError : undefined;
}
