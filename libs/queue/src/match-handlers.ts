import { DUE_WORK_DEFAULTS } from './definitions.js';
import type { Definitions, DueWorkDefinition } from './definitions.js';
import { deliveryKind, deliveryTo } from './fact-delivery.js';
import { rolesOf } from './handlers.js';
import type { DueWorkHandler, FactSubscriber, JobHandler, Role } from './handlers.js';

export interface Work {
  readonly definition: DueWorkDefinition<unknown>;
  readonly handler: DueWorkHandler<unknown>;
}

/** Who does what. */
export interface Handlers {
  /** By name. */
  readonly jobs: ReadonlyMap<string, JobHandler<unknown>>;
  /** By kind; delivering a fact to a subscriber is due work as well. */
  readonly work: ReadonlyMap<string, Work>;
  /** The kinds of work that deliver a fact, by its type. */
  readonly deliveries: ReadonlyMap<string, readonly string[]>;
}

interface Claim {
  readonly role: Role;
  readonly provider: object;
}

const REMEDIES = {
  job: 'decorate one provider of a loaded module with @HandlesJob',
  'due work': 'decorate one provider of a loaded module with @HandlesDueWork',
  subscriber: 'give every subscriber a name of its own in @SubscribesTo',
} as const;

/** Finds the one handler of everything defined. Throws, naming all that have none or several. */
export function matchHandlers(definitions: Definitions, providers: readonly object[]): Handlers {
  const claims = providers.flatMap((provider) => rolesOf(provider).map((role) => ({ role, provider })));
  const problems = [
    ...findProblems('job', definitions.jobs, claims),
    ...findProblems('due work', definitions.dueWork, claims),
    ...findProblems('subscriber', new Map(), claims),
  ];
  if (problems.length > 0) throw new Error(problems.join('; '));
  return collect(definitions, claims);
}

function findProblems(
  as: Role['as'],
  defined: ReadonlyMap<string, unknown>,
  claims: readonly Claim[],
): readonly string[] {
  const own = claims.filter(({ role }) => role.as === as);
  const names = new Set([...defined.keys(), ...own.map(({ role }) => role.name)]);
  return [...names].flatMap((name) => {
    const holders = own
      .filter(({ role }) => role.name === name)
      .map(({ provider }) => provider.constructor.name);
    if (holders.length === 1) return [];
    const found = holders.length === 0 ? 'no handler' : `${holders.length} handlers (${holders.join(', ')})`;
    return [`the ${as} "${name}" has ${found}: ${REMEDIES[as]}`];
  });
}

function collect(definitions: Definitions, claims: readonly Claim[]): Handlers {
  const jobs = new Map<string, JobHandler<unknown>>();
  const work = new Map<string, Work>();
  const deliveries = new Map<string, readonly string[]>();
  for (const { role, provider } of claims) {
    if (role.as === 'job') jobs.set(role.name, provider as JobHandler<unknown>);
    const definition = definitions.dueWork.get(role.name);
    if (role.as === 'due work' && definition !== undefined) {
      work.set(role.name, { definition, handler: provider as DueWorkHandler<unknown> });
    }
    if (role.as === 'subscriber') {
      const kind = deliveryKind(role.name);
      const handler = deliveryTo(provider as FactSubscriber<unknown>);
      work.set(kind, { definition: { ...DUE_WORK_DEFAULTS, kind }, handler });
      deliveries.set(role.fact, [...(deliveries.get(role.fact) ?? []), kind]);
    }
  }
  return { jobs, work, deliveries };
}
