import 'reflect-metadata';
import type { Id, Temporal } from '#kernel';
import type { DueWorkDefinition, FactDefinition, JobDefinition } from './definitions.js';

/** Does a job; an error lets the queue try again. May run twice. */
export interface JobHandler<Shape> {
  handle(payload: Shape): Promise<void>;
}

export interface DueWorkRun<Shape> {
  readonly subjectId: Id;
  readonly payload: Shape;
  readonly dueAt: Temporal.Instant;
  /** From 1 on. */
  readonly attempt: number;
}

/** Does work that has become due; an error puts it off, from ten seconds up to an hour. May run twice. */
export interface DueWorkHandler<Shape> {
  handle(run: DueWorkRun<Shape>): Promise<void>;
}

export interface DeliveredFact<Shape> {
  readonly id: Id;
  readonly payload: Shape;
  readonly occurredAt: Temporal.Instant;
}

/** Is told a fact, at least once; an error puts it off, from ten seconds up to an hour. */
export interface FactSubscriber<Shape> {
  handle(fact: DeliveredFact<Shape>): Promise<void>;
}

/** What a provider does, as its decorator says. */
export type Role =
  | { readonly as: 'job'; readonly name: string }
  | { readonly as: 'due work'; readonly name: string }
  | { readonly as: 'subscriber'; readonly name: string; readonly fact: string };

const ROLES = Symbol('what a provider does for the queue');

type ClassOf<Handler> = (handler: new (...dependencies: never[]) => Handler) => void;

/** Makes a provider the one handler of a job. */
export function HandlesJob<Shape>(job: JobDefinition<Shape>): ClassOf<JobHandler<Shape>> {
  return takeRole({ as: 'job', name: job.name });
}

/** Makes a provider the one handler of a kind of due work. */
export function HandlesDueWork<Shape>(work: DueWorkDefinition<Shape>): ClassOf<DueWorkHandler<Shape>> {
  return takeRole({ as: 'due work', name: work.kind });
}

/**
 * Makes a provider one of the subscribers of a fact. The name stands in rows, so it outlives the class's name
 * (`participation.confirmation-mail`).
 */
export function SubscribesTo<Shape>(
  fact: FactDefinition<Shape>,
  name: string,
): ClassOf<FactSubscriber<Shape>> {
  return takeRole({ as: 'subscriber', name, fact: fact.type });
}

/** The roles that the class of a provider has taken. */
export function rolesOf(provider: object): readonly Role[] {
  return Reflect.getMetadata(ROLES, provider.constructor) ?? [];
}

function takeRole(role: Role): (handler: object) => void {
  return (handler) => {
    const taken: readonly Role[] = Reflect.getOwnMetadata(ROLES, handler) ?? [];
    Reflect.defineMetadata(ROLES, [...taken, role], handler);
  };
}
