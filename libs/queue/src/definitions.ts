/** What may travel through the queue and lie in rows: ids and plain values, never tokens, never personal data. */
type Plain = string | number | boolean | null | readonly string[];
export type Payload<Shape> = { readonly [Key in keyof Shape]: Plain };

/** A queue: jobs that share their workers. */
export interface QueueDefinition {
  readonly name: string;
  /** Jobs at a time in one worker process. */
  readonly concurrency: number;
}

/** A job that is due now; whoever handles it must bear being run twice. */
export interface JobDefinition<Shape> {
  readonly name: string;
  readonly queue: QueueDefinition;
  /** Tries in all. */
  readonly attempts: number;
  /** Before the second try; doubled before every further one. */
  readonly backoffMs: number;
  /** Only for the compiler. */
  readonly shape?: Shape;
}

/** Work that is due at a moment, as a row per subject; whoever handles it must bear being run twice. */
export interface DueWorkDefinition<Shape> {
  readonly kind: string;
  /** How long it may take before another worker tries it as well. */
  readonly leaseSeconds: number;
  /** So many rows are done one after another by one job; 1 for what waits for somebody else's server. */
  readonly rowsPerJob: number;
  /** Only for work that comes back: hours from the end of one run to the next. */
  readonly everyHours?: number;
  /** Only for the compiler. */
  readonly shape?: Shape;
}

/** A kind of fact. */
export interface FactDefinition<Shape> {
  readonly type: string;
  /** Only for the compiler. */
  readonly shape?: Shape;
}

/** Everything that is to be had a handler for. */
export interface Definitions {
  readonly queues: ReadonlyMap<string, QueueDefinition>;
  readonly jobs: ReadonlyMap<string, JobDefinition<unknown>>;
  readonly dueWork: ReadonlyMap<string, DueWorkDefinition<unknown>>;
}

/** For what says nothing else. */
export const DUE_WORK_DEFAULTS = { leaseSeconds: 300, rowsPerJob: 20 } as const;
const queues = new Map<string, QueueDefinition>();
const jobs = new Map<string, JobDefinition<unknown>>();
const dueWork = new Map<string, DueWorkDefinition<unknown>>();
const facts = new Map<string, FactDefinition<unknown>>();

/** Everything that the loaded modules define: what the start holds against the handlers. */
export const definitions: Definitions = { queues, jobs, dueWork };

/** Names a queue. Throws if the name is taken. */
export function defineQueue(name: string, options: { concurrency?: number } = {}): QueueDefinition {
  return remember(queues, name, { name, concurrency: options.concurrency ?? 4 });
}

/** Names a job and what it carries. Throws if the name is taken. */
export function defineJob<Shape extends Payload<Shape>>(
  name: string,
  options: { queue: QueueDefinition; attempts?: number; backoffMs?: number },
): JobDefinition<Shape> {
  const { queue, attempts = 5, backoffMs = 1000 } = options;
  const definition: JobDefinition<Shape> = { name, queue, attempts, backoffMs };
  return remember(jobs, name, definition);
}

/** Names a kind of due work and what its rows carry. Throws if the kind is taken. */
export function defineDueWork<Shape extends Payload<Shape>>(
  kind: string,
  options: { leaseSeconds?: number; rowsPerJob?: number } = {},
): DueWorkDefinition<Shape> {
  return remember(dueWork, kind, { ...DUE_WORK_DEFAULTS, ...options, kind });
}

/**
 * Names work without a subject that comes back (retention, partitions): one row from the first start of a worker on.
 * Throws if the kind is taken.
 */
export function defineRecurringWork(
  kind: string,
  options: { everyHours: number; leaseSeconds?: number },
): DueWorkDefinition<Record<never, never>> {
  return remember(dueWork, kind, { ...DUE_WORK_DEFAULTS, ...options, kind });
}

/** Names a kind of fact, in the past tense, and what it carries. Throws if the type is taken. */
export function defineFact<Shape extends Payload<Shape>>(type: string): FactDefinition<Shape> {
  return remember(facts, type, { type });
}

function remember<Known, Definition extends Known>(
  known: Map<string, Known>,
  name: string,
  definition: Definition,
): Definition {
  if (known.has(name)) throw new Error(`"${name}" is defined twice`);
  known.set(name, definition);
  return definition;
}
