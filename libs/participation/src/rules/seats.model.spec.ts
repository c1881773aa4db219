import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { AnswerValue, RegistrationState } from '#contracts';
import { newId } from '#kernel';
import { planRequests } from '../seats/plan-requests.js';
import type { RequestDecision } from '../seats/plan-requests.js';
import { admissible, lineOrder } from './line.rules.js';
import type { LineRule } from './line.rules.js';
import { decideRegistration, holdsSeats, workOff } from './registration.rules.js';
import type { Moved, SeatFacts } from './registration.rules.js';
import { assertMayBecome } from './registration.transitions.js';
import { NOTHING_HELD, take } from './seats.rules.js';
import type { Party } from './seats.rules.js';

/*
 * Bare assertions: jest's take longer than the rules, thousands of sequences long.
 *
 * A meeting as it would be in the tables, and everything that can happen to its seats, in any order. What the rules
 * return is compared with what the registrations add up to after each step.
 */

const PEOPLE = 8;

interface Row {
  readonly id: string;
  readonly cluster: string;
  state: RegistrationState | null;
  seats: number;
  arrival: number;
  isRefused: boolean;
  /** What the person was told of: every change of the state once. */
  readonly told: string[];
}

type Step =
  | { readonly kind: 'answer'; readonly who: number; readonly answer: AnswerValue; readonly seats: number }
  | { readonly kind: 'decide'; readonly who: readonly number[]; readonly decision: RequestDecision }
  | { readonly kind: 'capacity'; readonly capacity: number }
  | { readonly kind: 'quota'; readonly quota: number | null }
  | { readonly kind: 'freed'; readonly freed: SeatFacts['freed'] }
  | { readonly kind: 'lapse' };

const step = fc.oneof(
  { weight: 6, arbitrary: answers() },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('decide' as const),
      who: fc.uniqueArray(fc.nat(PEOPLE - 1), { minLength: 1, maxLength: 3 }),
      decision: fc.constantFrom<RequestDecision>('approve', 'refuse', 'free'),
    }),
  },
  fc.record({ kind: fc.constant('capacity' as const), capacity: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ kind: fc.constant('quota' as const), quota: fc.option(fc.integer({ min: 1, max: 3 })) }),
  fc.record({
    kind: fc.constant('freed' as const),
    freed: fc.constantFrom<SeatFacts['freed']>('promote', 'offer', 'hold'),
  }),
  fc.record({ kind: fc.constant('lapse' as const) }),
);

function answers() {
  return fc.record({
    kind: fc.constant('answer' as const),
    who: fc.nat(PEOPLE - 1),
    answer: fc.constantFrom<AnswerValue>('yes', 'yes', 'yes', 'no', 'maybe'),
    seats: fc.constantFrom(1, 1, 1, 2, 3),
  });
}

interface Settings {
  readonly lineRule: LineRule;
  readonly approval: boolean;
}

class World {
  readonly rows: Row[] = Array.from({ length: PEOPLE }, (_, index) => ({
    id: newId(),
    cluster: `cluster ${index % 3}`,
    state: null,
    seats: 1,
    arrival: 0,
    isRefused: false,
    told: [],
  }));
  capacity = 2;
  quota: number | null = null;
  freed: SeatFacts['freed'] = 'promote';
  private lastArrival = 0;

  constructor(private readonly settings: Settings) {}

  /** What the registrations add up to. */
  facts(): SeatFacts {
    const seated = this.rows.filter(({ state }) => holdsSeats(state)).map(partyOf);
    const waiting = this.rows
      .filter(({ state }) => state === 'waitlisted')
      .toSorted((one, other) => one.arrival - other.arrival);
    return {
      ...this.settings,
      limits: { shared: new Map([['all', this.capacity]]), quota: this.quota },
      held: take(NOTHING_HELD, seated),
      waiting: waiting.map((row) => ({
        registrationId: row.id,
        arrival: row.arrival,
        party: partyOf(row),
        group: null,
      })),
      lastArrival: this.lastArrival,
      freed: this.freed,
    };
  }

  run(one: Step): void {
    if (one.kind === 'answer') return this.answer(one);
    if (one.kind === 'decide') return this.decide(one);
    if (one.kind === 'lapse') return this.lapse();
    if (one.kind === 'quota') this.quota = one.quota;
    if (one.kind === 'freed') this.freed = one.freed;
    if (one.kind === 'capacity') this.shrinkTo(one.capacity);
    this.move(workOff(this.facts()).moved);
  }

  private answer({ who, answer, seats }: Extract<Step, { kind: 'answer' }>): void {
    const row = this.rows[who] as Row;
    const before = { ...row };
    const wish = { answer, party: { ...partyOf(row), seats }, isApproved: false };
    const taken = decideRegistration(this.facts(), this.standing(row), wish);
    if ('refused' in taken) {
      assert.deepEqual(row, before);
      return;
    }
    const { state, arrival, moved } = taken.decision;
    row.seats = answer === 'no' ? 1 : seats;
    row.arrival = arrival;
    this.lastArrival = Math.max(this.lastArrival, arrival);
    this.become(row, answer, state);
    const waitedForLess = before.state !== 'waitlisted' || before.seats < seats;
    // Nobody joins the line who could never have a seat, however many go.
    if (state === 'waitlisted' && waitedForLess) {
      assert.ok(seats <= this.capacity && seats <= (this.quota ?? Infinity), 'waits for ever');
    }
    this.move(moved);
    assert.deepEqual(sums(taken.facts), sums(this.facts()));
  }

  private decide({ who, decision }: Extract<Step, { kind: 'decide' }>): void {
    const requests = who
      .map((index) => this.rows[index] as Row)
      .filter(({ state }) => state !== null)
      .toSorted((one, other) => one.arrival - other.arrival)
      .map((row) => ({
        ...this.standing(row),
        state: row.state as RegistrationState,
        invitationId: row.id,
        arrival: row.arrival,
      }));
    const plan = planRequests(this.facts(), requests, decision);
    const by = { approve: 'host-approves', refuse: 'host-refuses', free: 'host-frees' } as const;
    for (const { invitationId, after } of plan.decided) {
      const row = this.rows.find(({ id }) => id === invitationId) as Row;
      this.become(row, by[decision], after);
      row.isRefused = after === 'cancelled';
    }
    this.move(plan.moved);
    const { moved, facts } = workOff(plan.facts);
    this.move(moved);
    assert.deepEqual(sums(facts), sums(this.facts()));
  }

  private lapse(): void {
    for (const row of this.rows.filter(({ state }) => state === 'offered')) {
      this.become(row, 'offer-lapses', 'cancelled');
    }
    this.move(workOff(this.facts()).moved);
  }

  /** Fewer seats than are taken is refused; the host frees some first. */
  private shrinkTo(capacity: number): void {
    if (capacity >= (this.facts().held.shared.get('all') ?? 0)) this.capacity = capacity;
  }

  private move(moved: readonly Moved[]): void {
    for (const { registrationId, state } of moved) {
      this.become(this.rows.find(({ id }) => id === registrationId) as Row, 'seat-free', state);
    }
  }

  private become(row: Row, by: Parameters<typeof assertMayBecome>[1], state: RegistrationState): void {
    assertMayBecome(row.state, by, state);
    if (row.state !== state) row.told.push(state);
    row.state = state;
    row.isRefused &&= state === 'cancelled';
  }

  private standing(row: Row) {
    const { id, state, arrival, isRefused } = row;
    return {
      registrationId: id,
      invitationId: id,
      state,
      party: partyOf(row),
      arrival,
      group: null,
      isRefused,
    };
  }
}

function partyOf({ seats, cluster }: Row): Party {
  return { seats, shared: ['all'], groups: [cluster], clusters: [cluster] };
}

function positive(map: ReadonlyMap<string, number>) {
  return [...map].filter(([, seats]) => seats !== 0).toSorted();
}

/** Sums without noughts, and the line by name. */
function sums({ held, waiting }: SeatFacts) {
  return {
    shared: positive(held.shared),
    clusters: positive(held.clusters),
    line: waiting.map(({ registrationId }) => registrationId),
  };
}

/** What must be true after every step, compared with what was before it. */
function check(world: World, before: ReadonlyMap<string, number>): void {
  const facts = world.facts();
  const taken = facts.held.shared.get('all') ?? 0;
  assert.ok(taken <= world.capacity, 'too many seats');
  for (const [cluster, seats] of facts.held.groups) {
    // A quota that is lowered takes nobody's seat, and gives none either.
    const bound = Math.max(world.quota ?? Infinity, before.get(cluster) ?? 0);
    assert.ok(seats <= bound, 'above the quota');
  }
  const order = lineOrder({ rule: facts.lineRule, waiting: facts.waiting }, facts.held);
  assert.equal(order.flat().length, facts.waiting.length);
  if (facts.lineRule === 'arrival') {
    const arrivals = order.map(([one]) => one?.arrival ?? 0);
    assert.deepEqual(
      arrivals,
      arrivals.toSorted((one, other) => one - other),
    );
  }
  if (world.freed !== 'hold') {
    assert.deepEqual(
      admissible({ rule: facts.lineRule, waiting: facts.waiting }, facts.limits, facts.held).admitted,
      [],
    );
  }
  for (const { state, told } of world.rows) {
    assert.equal(told.at(-1) ?? null, state);
    assert.ok(told.every((one, index) => index === 0 || one !== told[index - 1]));
  }
}

it.each([
  ['in order of arrival', { lineRule: 'arrival', approval: false }],
  ['with the host’s approval', { lineRule: 'arrival', approval: true }],
  ['clusters first', { lineRule: 'clusters-first', approval: false }],
] as const)(
  'never gives a seat too many, loses nobody, keeps the line and tells every change once, %s',
  (_, settings) => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
        const world = new World(settings);
        for (const one of steps) {
          const before = world.facts().held.groups;
          world.run(one);
          check(world, before);
        }
      }),
      { numRuns: 3000 },
    );
  },
);
