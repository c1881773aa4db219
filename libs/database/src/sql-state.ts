import { QueryFailedError } from 'typeorm';

/** SQLSTATE codes we react to (PostgreSQL, appendix A). */
const SqlState = {
  uniqueViolation: '23505',
  serializationFailure: '40001',
  deadlockDetected: '40P01',
} as const;

/** The class of integrity constraint violations. */
const INTEGRITY_CLASS = '23';

/** Whether the error is a broken unique constraint, of that name if one is given. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  if (sqlState(error) !== SqlState.uniqueViolation) return false;
  return constraint === undefined || driverError(error)?.constraint === constraint;
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

function sqlState(error: unknown): string | undefined {
  return driverError(error)?.code;
}

function driverError(error: unknown): { code?: string; constraint?: string } | undefined {
  return error instanceof QueryFailedError ? error.driverError : undefined;
}
