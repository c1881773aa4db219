import { decideRegistration, workOff } from './registration.rules.js';
import type { SeatFacts, Standing } from './registration.rules.js';
import { NOTHING_HELD, take } from './seats.rules.js';
import type { Party } from './seats.rules.js';
import { newcomer, partyOf, twoSeats } from './two-seats.sample.js';

const ordinary = (count: number) => partyOf(count, { shared: ['all', 'ordinary'] });
const answers = (facts: SeatFacts, standing: Standing, answer: 'yes' | 'maybe' = 'yes') =>
  decideRegistration(facts, standing, { answer, party: standing.party, isApproved: false });

describe('a party too large for a limit', () => {
  it.each<[string, SeatFacts['limits'], Party, { readonly limit: string; readonly most: number }]>([
    ['the capacity', { shared: new Map([['all', 2]]), quota: null }, partyOf(3), { limit: 'all', most: 2 }],
    [
      'the quota',
      { shared: new Map([['all', 9]]), quota: 2 },
      partyOf(3, { groups: ['a'] }),
      { limit: 'quota', most: 2 },
    ],
    [
      'a contingent',
      { shared: new Map([['online', 1]]), quota: null },
      partyOf(2, { shared: ['all', 'online'] }),
      { limit: 'online', most: 1 },
    ],
    [
      'what is not kept back',
      { shared: new Map([...twoSeats.limits.shared, ['ordinary', 1]]), quota: null },
      ordinary(2),
      { limit: 'ordinary', most: 1 },
    ],
  ])(
    'is refused with the number, here %s, in an empty meeting and in a full one',
    (_, limits, party, refused) => {
      const full = take(NOTHING_HELD, [{ ...party, seats: 1 }]);
      for (const held of [NOTHING_HELD, full]) {
        expect(answers({ ...twoSeats, limits, held }, newcomer('many', party))).toEqual({ refused });
        expect(answers({ ...twoSeats, limits, held }, newcomer('many', party), 'maybe')).toMatchObject({
          decision: { state: 'tentative' },
        });
      }
    },
  );

  it('keeps its place where the limit was lowered since, and keeps nobody behind it waiting', () => {
    const pair = { registrationId: 'pair', arrival: 1, party: partyOf(2), group: null };
    const one = { registrationId: 'one', arrival: 2, party: partyOf(1), group: null };
    const limits = { shared: new Map([['all', 1]]), quota: null };
    const lowered = { ...twoSeats, limits, waiting: [pair, one], lastArrival: 2 };
    expect(workOff(lowered).moved).toEqual([{ registrationId: 'one', state: 'confirmed' }]);
    const waits: Standing = { ...newcomer('pair', partyOf(2)), state: 'waitlisted', arrival: 1 };
    expect(answers(lowered, waits)).toMatchObject({ decision: { state: 'waitlisted', arrival: 1 } });
  });

  it('waits as one person where no seat is given to anybody, for the host to raise it or keep one', () => {
    const shared = new Map([...twoSeats.limits.shared, ['ordinary', 0]]);
    const single = newcomer('one', ordinary(1));
    const step = answers({ ...twoSeats, limits: { shared, quota: null } }, single);
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
    const facts = { ...twoSeats, limits, held, waiting: [pair], lastArrival: 1 };
    const host = answers(facts, newcomer('host', partyOf(1)));
    if ('refused' in host) throw new Error('a kept seat is there');
    expect(host.decision.state).toBe('confirmed');
    // One seat is left; it is not a kept one, and others wait for it.
    expect(answers(host.facts, newcomer('second host', partyOf(1)))).toMatchObject({
      decision: { state: 'waitlisted' },
    });
  });
});
