import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';
import { errorFacts } from './error-facts.js';

/**
 * The process's log: one JSON object a line, on standard output unless told otherwise. Carries ids and codes; never
 * bodies, addresses or tokens.
 */
export function createPino(level: string, destination?: DestinationStream): Logger {
  const options = { level, base: null, serializers: { err: errorFacts } };
  return destination === undefined ? pino(options) : pino(options, destination);
}
