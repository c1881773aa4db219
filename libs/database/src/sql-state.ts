import { QueryFailedError } from 'typeorm';

/** SQLSTATE codes we react to (PostgreSQL, appendix A). */
const SqlState = {
  foreignKeyViolation: '23503',
  uniqueViolation: '23505',
  checkViolation: '23514',
  serializationFailure: '40001',
  deadlockDetected: '40P01',
  inFailedTransaction: '25P02',
} as const;

/** The class of integrity constraint violations. */
const INTEGRITY_CLASS = '23';

/** Whether the error is a broken unique constraint, of that name if one is given. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  if (sqlState(error) !== SqlState.uniqueViolation) return false;
  return constraint === undefined || driverError(error)?.constraint === constraint;
}

/** Whether the error says that a row is still referred to, or that what it refers to is not there. */
export function isForeignKeyViolation(error: unknown): boolean {
  return sqlState(error) === SqlState.foreignKeyViolation;
}

/** The name of the constraint that the error says is broken; undefined for every other error. */
export function violatedConstraint(error: unknown): string | undefined {
  const broken = driverError(error);
  return broken?.code?.startsWith(INTEGRITY_CLASS) === true ? broken.constraint : undefined;
}

/** Whether the error says only that another statement of the transaction failed before. */
export function isAftermath(error: unknown): boolean {
  return sqlState(error) === SqlState.inFailedTransaction;
}

/** Whether the same work may succeed in a new transaction. */
export function isRetryable(error: unknown): boolean {
  const state = sqlState(error);
  const isOutdone = state === SqlState.serializationFailure || state === SqlState.deadlockDetected;
  return isOutdone || isPartitionMade(error);
}

/**
 * A row was on its way into the DEFAULT partition when its month got a partition of its own. A check constraint that is
 * broken has a name; the bounds of a partition have none.
 */
function isPartitionMade(error: unknown): boolean {
  return sqlState(error) === SqlState.checkViolation && driverError(error)?.constraint === undefined;
}

function sqlState(error: unknown): string | undefined {
  return driverError(error)?.code;
}

function driverError(error: unknown): { code?: string; constraint?: string } | undefined {
  return error instanceof QueryFailedError ? error.driverError : undefined;
}
