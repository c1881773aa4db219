/** What a log may tell about an error. A failed query's text and parameters hold people's data and stay out. */
export function errorFacts(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const source = 'driverError' in error && error.driverError instanceof Error ? error.driverError : error;
  return {
    type: error.name,
    message: error.message,
    stack: error.stack,
    ...('code' in source ? { code: source.code } : {}),
    ...('constraint' in source ? { constraint: source.constraint } : {}),
    ...(error.cause === undefined ? {} : { cause: errorFacts(error.cause) }),
  };
}
