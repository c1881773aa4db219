import { definitions } from './definitions.js';
import type { Definitions } from './definitions.js';

export interface QueueOptions {
  /** postgres:// URL past any transaction pooler: LISTEN needs a connection of its own, and so does the queue. */
  readonly directUrl: string;
  /** Keeps the jobs on Redis instead of PostgreSQL. */
  readonly redisUrl?: string;
  /** Of the keys on Redis, in braces so that a cluster keeps them in one slot. */
  readonly redisPrefix?: string;
  /** Whether this process works jobs off, relays rows and ticks; otherwise it only adds. */
  readonly consume: boolean;
  /** How long the current jobs may take to finish when the process is asked to stop. */
  readonly shutdownSeconds?: number;
  /** What is to be handled here; unless given, all that the loaded modules define. */
  readonly definitions?: Definitions;
}

/** The options with nothing left open. */
export type QueueSettings = QueueOptions & Required<Pick<QueueOptions, 'definitions' | 'shutdownSeconds'>>;

/** Fills in what the options leave open. */
export function settle(options: QueueOptions): QueueSettings {
  return { definitions, shutdownSeconds: 20, ...options };
}

/** Token of the settings for injection. */
export const QUEUE_SETTINGS = Symbol('queue settings');
