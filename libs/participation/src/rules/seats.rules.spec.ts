import { decideRegistration, workOff } from './registration.rules.js';
import type { SeatFacts, Standing } from './registration.rules.js';
import { NOTHING_HELD, take } from './seats.rules.js';
import type { Party } from './seats.rules.js';

const empty: SeatFacts = {
  limits: { shared: new Map([['all', 2]]), quota: null },
  held: NOTHING_HELD,
  lineRule: 'arrival',
  waiting: [],
  lastArrival: 0,
  freed: 'promote',
  approval: false,
};
const seats = (count: number, about: Partial<Party> = {}): Party => ({
  seats: count,
  shared: ['all'],
  groups: [],
  clusters: [],
  ...about,
});
const ordinary = (count: number) => seats(count, { shared: ['all', 'ordinary'] });
const newcomer = (registrationId: string, party: Party): Standing => ({
  registrationId,
  state: null,
  party,
  arrival: null,
  group: null,
  isRefused: false,
});
const answers = (facts: SeatFacts, standing: Standing, answer: 'yes' | 'maybe' = 'yes') =>
  decideRegistration(facts, standing, { answer, party: standing.party, isApproved: false });

describe('a party too large for a limit', () => {
  it.each<[string, SeatFacts['limits'], Party, { readonly limit: string; readonly most: number }]>([
    ['the capacity', { shared: new Map([['all', 2]]), quota: null }, seats(3), { limit: 'all', most: 2 }],
    [
      'the quota',
      { shared: new Map([['all', 9]]), quota: 2 },
      seats(3, { groups: ['a'] }),
      { limit: 'quota', most: 2 },
    ],
    [
      'a contingent',
      { shared: new Map([['online', 1]]), quota: null },
      seats(2, { shared: ['all', 'online'] }),
      { limit: 'online', most: 1 },
    ],
    [
      'what is not kept back',
      { shared: new Map([...empty.limits.shared, ['ordinary', 1]]), quota: null },
      ordinary(2),
      { limit: 'ordinary', most: 1 },
    ],
  ])(
    'is refused with the number, here %s, in an empty meeting and in a full one',
    (_, limits, party, refused) => {
      const full = take(NOTHING_HELD, [{ ...party, seats: 1 }]);
      for (const held of [NOTHING_HELD, full]) {
        expect(answers({ ...empty, limits, held }, newcomer('many', party))).toEqual({ refused });
        expect(answers({ ...empty, limits, held }, newcomer('many', party), 'maybe')).toMatchObject({
          decision: { state: 'tentative' },
        });
      }
    },
  );

  it('keeps its place where the limit was lowered since, and keeps nobody behind it waiting', () => {
    const pair = { registrationId: 'pair', arrival: 1, party: seats(2), group: null };
    const one = { registrationId: 'one', arrival: 2, party: seats(1), group: null };
    const limits = { shared: new Map([['all', 1]]), quota: null };
    const lowered = { ...empty, limits, waiting: [pair, one], lastArrival: 2 };
    expect(workOff(lowered).moved).toEqual([{ registrationId: 'one', state: 'confirmed' }]);
    const waits: Standing = { ...newcomer('pair', seats(2)), state: 'waitlisted', arrival: 1 };
    expect(answers(lowered, waits)).toMatchObject({ decision: { state: 'waitlisted', arrival: 1 } });
  });

  it('waits as one person where no seat is given to anybody, for the host to raise it or keep one', () => {
    const shared = new Map([...empty.limits.shared, ['ordinary', 0]]);
    const single = newcomer('one', ordinary(1));
    const step = answers({ ...empty, limits: { shared, quota: null } }, single);
    expect(step).toMatchObject({ decision: { state: 'waitlisted' } });
  });
});

describe('seats that are kept back', () => {
  it('are not held up by a party that waits for others, as long as they last', () => {
    const limits = {
      shared: new Map([
        ['all', 3],
        ['ordinary', 2],
      ]),
      quota: null,
    };
    const pair = { registrationId: 'pair', arrival: 1, party: ordinary(2), group: null };
    const held = take(NOTHING_HELD, [ordinary(1)]);
    const facts = { ...empty, limits, held, waiting: [pair], lastArrival: 1 };
    const host = answers(facts, newcomer('host', seats(1)));
    if ('refused' in host) throw new Error('a kept seat is there');
    expect(host.decision.state).toBe('confirmed');
    // One seat is left; it is not a kept one, and others wait for it.
    expect(answers(host.facts, newcomer('second host', seats(1)))).toMatchObject({
      decision: { state: 'waitlisted' },
    });
  });
});
