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
}

/** Token of the options for injection. */
export const QUEUE_OPTIONS = Symbol('queue options');

/** Unless the options say otherwise. */
export const SHUTDOWN_SECONDS = 20;
