import type { ErrorParams } from '#kernel';

/** One field that does not fit: `/title/de` is in the body, `?limit` in the query, `:id` in the path. */
export interface FieldError {
  readonly pointer: string;
  readonly code: string;
  readonly params: ErrorParams;
}

/** The call's input does not fit its contract; every failing field is named. */
export class ValidationError extends Error {
  constructor(readonly errors: readonly FieldError[]) {
    super('validation.failed');
    this.name = 'ValidationError';
  }
}
