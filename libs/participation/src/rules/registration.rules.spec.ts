import * as fc from 'fast-check';
import type { AnswerValue, RegistrationState } from '#contracts';
import { decideRegistration, holdsSeats, promote } from './registration.rules.js';
import type { SeatFacts, Standing } from './registration.rules.js';

const empty: SeatFacts = { capacity: 2, held: 0, waiting: [], lastArrival: 0 };
const newcomer = (id: string): Standing => ({ registrationId: id, state: null, seats: 1, arrival: null });

describe('decideRegistration', () => {
  it('confirms while there are seats and then makes people wait, in order of arrival', () => {
    const states: RegistrationState[] = [];
    const arrivals: number[] = [];
    let facts = empty;
    for (const id of ['a', 'b', 'c', 'd']) {
      const step = decideRegistration(facts, newcomer(id), 'yes');
      states.push(step.decision.state);
      arrivals.push(step.decision.arrival);
      facts = step.facts;
    }
    expect(states).toEqual(['confirmed', 'confirmed', 'waitlisted', 'waitlisted']);
    expect(arrivals).toEqual([1, 2, 3, 4]);
    expect(facts.waiting.map((party) => party.registrationId)).toEqual(['c', 'd']);
  });

  it('lets the first in line move up when a seat is freed', () => {
    const facts = { ...empty, held: 2, waiting: [{ registrationId: 'c', seats: 1 }], lastArrival: 3 };
    const step = decideRegistration(
      facts,
      { registrationId: 'a', state: 'confirmed', seats: 1, arrival: 1 },
      'no',
    );
    expect(step.decision).toEqual({ state: 'declined', arrival: 4, promoted: ['c'] });
    expect(step.facts).toEqual({ capacity: 2, held: 2, waiting: [], lastArrival: 4 });
  });

  it('keeps the place of somebody who answers the same again', () => {
    const facts = { ...empty, held: 1, lastArrival: 7 };
    const standing: Standing = { registrationId: 'a', state: 'confirmed', seats: 1, arrival: 3 };
    expect(decideRegistration(facts, standing, 'yes')).toEqual({
      decision: { state: 'confirmed', arrival: 3, promoted: [] },
      facts,
    });
  });

  it('gives a seat to nobody past the line, even when a smaller party would fit', () => {
    const facts = { ...empty, held: 1, waiting: [{ registrationId: 'pair', seats: 2 }], lastArrival: 3 };
    expect(decideRegistration(facts, newcomer('single'), 'yes').decision.state).toBe('waitlisted');
  });

  it('does not count maybe', () => {
    const step = decideRegistration(empty, newcomer('a'), 'maybe');
    expect(step.decision.state).toBe('tentative');
    expect(step.facts.held).toBe(0);
  });

  it('knows no limit without a capacity', () => {
    const facts = { ...empty, capacity: null, held: 5000 };
    expect(decideRegistration(facts, newcomer('a'), 'yes').decision.state).toBe('confirmed');
  });
});

describe('any sequence of answers', () => {
  const answers = fc.array(
    fc.record({
      who: fc.integer({ min: 0, max: 9 }),
      answer: fc.constantFrom<AnswerValue>('yes', 'no', 'maybe'),
    }),
    { maxLength: 80 },
  );

  it('never gives away more seats than there are, loses nobody and leaves no seat empty while somebody waits', () => {
    fc.assert(
      fc.property(answers, fc.integer({ min: 1, max: 5 }), (sequence, capacity) => {
        let facts: SeatFacts = { ...empty, capacity };
        const standings = new Map<string, Standing>();
        for (const { who, answer } of sequence) {
          const id = `p${who}`;
          const standing = standings.get(id) ?? newcomer(id);
          const step = decideRegistration(facts, standing, answer);
          facts = step.facts;
          standings.set(id, { ...standing, state: step.decision.state, arrival: step.decision.arrival });
          for (const promoted of step.decision.promoted) {
            const waiting = standings.get(promoted) ?? newcomer(promoted);
            expect(waiting.state).toBe('waitlisted');
            standings.set(promoted, { ...waiting, state: 'confirmed' });
          }
          const seated = [...standings.values()].filter(({ state }) => holdsSeats(state));
          const line = [...standings.values()]
            .filter(({ state }) => state === 'waitlisted')
            .toSorted((one, other) => (one.arrival ?? 0) - (other.arrival ?? 0));
          expect(seated.length).toBe(facts.held);
          expect(facts.held).toBeLessThanOrEqual(capacity);
          expect(line.map(({ registrationId }) => registrationId)).toEqual(
            facts.waiting.map((party) => party.registrationId),
          );
          expect(promote(facts).promoted).toEqual([]);
        }
      }),
    );
  });
});
