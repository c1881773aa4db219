import { problem, type Problem } from '#contracts';

/** The api refused: what it said as problem+json. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
    this.name = 'ProblemError';
  }

  get status(): number {
    return this.problem.status;
  }
}

/** No answer came: the network or the server is away. Nothing is known about what was asked for. */
export class UnreachableError extends Error {
  constructor(options?: ErrorOptions) {
    super('unreachable', options);
    this.name = 'UnreachableError';
  }
}

/** The problem in a refused reply; a proxy's page or an empty body becomes a problem of its status alone. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const parsed = problem.safeParse(await response.json().catch(() => null));
  return new ProblemError(
    parsed.success
      ? parsed.data
      : {
          type: 'about:blank',
          status: response.status,
          code: response.status === 401 ? 'access.not-signed-in' : 'unknown',
          params: {},
          errors: [],
          requestId: response.headers.get('x-request-id') ?? '',
        },
  );
}

export function hasStatus(error: unknown, status: number): boolean {
  return error instanceof ProblemError && error.status === status;
}

/** Whether the api refused with this dotted code, for the whole or for one field. */
export function hasCode(error: unknown, code: string): boolean {
  return (
    error instanceof ProblemError &&
    (error.problem.code === code || error.problem.errors.some((part) => part.code === code))
  );
}
