import type { SeatFacts } from '../rules/registration.rules.js';
import { NOTHING_HELD, take } from '../rules/seats.rules.js';
import { decideTogether } from './decide-together.js';

const party = { seats: 1, shared: ['all'], groups: [], clusters: [] };
const facts = (seats: number, taken: number, more: Partial<SeatFacts> = {}): SeatFacts => ({
  limits: { shared: new Map([['all', seats]]), quota: null },
  held: take(
    NOTHING_HELD,
    Array.from({ length: taken }, () => party),
  ),
  lineRule: 'arrival',
  waiting: [],
  lastArrival: 10,
  freed: 'promote',
  approval: false,
  ...more,
});
const entry = (arrival: number, group: string | null = 'group') => ({
  registrationId: `person-${arrival}`,
  arrival,
  party,
  group,
});
const two = [entry(11), entry(12)];
const waiting = [entry(9, null)];

type Case = readonly [string, { readonly seats: SeatFacts; readonly joins?: string }, string];

const cases: readonly Case[] = [
  ['sit where there are seats for all', { seats: facts(5, 3) }, 'confirmed'],
  ['wait where there is a seat for one of them only', { seats: facts(5, 4) }, 'waitlisted'],
  [
    'wait for the host to decide on all of them',
    { seats: facts(5, 0, { approval: true }) },
    'awaiting_approval',
  ],
  ['do not pass by who waits for the same seats', { seats: facts(5, 5, { waiting }) }, 'waitlisted'],
  ['wait with whoever of them waits', { seats: facts(5, 3, { waiting }), joins: 'person-9' }, 'waitlisted'],
  ['sit with whoever of them waits', { seats: facts(6, 3, { waiting }), joins: 'person-9' }, 'confirmed'],
  [
    'wait with whom the host lets wait',
    { seats: facts(9, 3, { waiting, freed: 'hold' }), joins: 'person-9' },
    'waitlisted',
  ],
];

describe('people who come only together', () => {
  it.each(cases)('%s', (_, { seats, joins = null }, state) => {
    expect(decideTogether(seats, two, joins)).toBe(state);
  });
});
