/**
 * What a log may tell about an error. A failed query's text and parameters hold people's data and stay out, and so
 * does PostgreSQL's sentence, which quotes values; its code and constraint say as much.
 */
export function errorFacts(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const driver = 'driverError' in error && error.driverError instanceof Error ? error.driverError : undefined;
  const source = driver ?? error;
  return {
    type: error.name,
    ...(driver === undefined ? { message: error.message } : {}),
    stack: framesOf(error),
    ...('code' in source ? { code: source.code } : {}),
    ...('constraint' in source ? { constraint: source.constraint } : {}),
    ...(error.cause === undefined ? {} : { cause: errorFacts(error.cause) }),
  };
}

/** Where it happened, without the message that a stack begins with. */
function framesOf({ stack = '' }: Error): readonly string[] {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim());
}
