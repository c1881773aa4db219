import { pino } from 'pino';
import type { Logger } from 'pino';
import { errorFacts } from './error-facts.js';

/** The process's log: one JSON object a line on standard output. Carries ids and codes; never bodies or tokens. */
export function createPino(level: string): Logger {
  return pino({ level, base: null, serializers: { err: errorFacts } });
}
