import type { AnswerValue } from '#contracts';
import { lineOrder } from './line.rules.js';
import { decideRegistration } from './registration.rules.js';
import type { RegistrationStep, SeatFacts, Standing } from './registration.rules.js';
import { NOTHING_HELD, take } from './seats.rules.js';
import type { Party } from './seats.rules.js';
import { newcomer, partyOf, twoSeats } from './two-seats.sample.js';

const of = (cluster: string): Party => partyOf(1, { groups: [cluster], clusters: [cluster] });
const answers = (facts: SeatFacts, standing: Standing, answer: AnswerValue = 'yes', isApproved = false) =>
  decideRegistration(facts, standing, { answer, party: standing.party, isApproved });

/** 1 is next. */
function placeInLine({ lineRule, waiting, held }: SeatFacts, id: string): number {
  const order = lineOrder({ rule: lineRule, waiting }, held);
  return order.findIndex((place) => place.some(({ registrationId }) => registrationId === id)) + 1;
}

/** What was decided; a refusal is a fault of the test. */
function decided(step: RegistrationStep) {
  if ('refused' in step) throw new Error(`refused: ${step.refused}`);
  return step;
}

/** Everybody says yes, one after the other. */
function filled(facts: SeatFacts, people: readonly Standing[]) {
  let current = facts;
  const states: Record<string, string> = {};
  for (const person of people) {
    const step = decided(answers(current, person));
    states[person.registrationId] = step.decision.state;
    current = step.facts;
  }
  return { states, facts: current };
}

/** Somebody declines while one person waits. */
function waitingFor(freed: SeatFacts['freed']) {
  const { facts } = filled(
    { ...twoSeats, freed },
    ['a', 'b', 'c'].map((id) => newcomer(id)),
  );
  return decided(answers(facts, confirmed('a'), 'no'));
}

const full = (party = partyOf(1)) => ({
  ...twoSeats,
  held: take(take(NOTHING_HELD, [party]), [partyOf(1)]),
  lastArrival: 2,
});
const confirmed = (registrationId: string, party = partyOf(1)): Standing => ({
  ...newcomer(registrationId, party),
  state: 'confirmed',
  arrival: 1,
});

describe('a yes', () => {
  it('is confirmed while there are seats and waits then, in order of arrival', () => {
    const { states, facts } = filled(
      twoSeats,
      ['a', 'b', 'c', 'd'].map((id) => newcomer(id)),
    );
    expect(states).toEqual({ a: 'confirmed', b: 'confirmed', c: 'waitlisted', d: 'waitlisted' });
    expect(facts.waiting.map(({ registrationId, arrival }) => [registrationId, arrival])).toEqual([
      ['c', 3],
      ['d', 4],
    ]);
    expect(placeInLine(facts, 'd')).toBe(2);
  });

  it('keeps the place of somebody who says it again', () => {
    const facts = { ...full(), lastArrival: 7 };
    const step = decided(answers(facts, { ...confirmed('a'), arrival: 3 }));
    expect(step.decision).toEqual({ state: 'confirmed', arrival: 3, moved: [] });
    expect(step.facts).toEqual(facts);
  });

  it('brings companions, who count', () => {
    const { states } = filled(twoSeats, [newcomer('pair', partyOf(2)), newcomer('single')]);
    expect(states).toEqual({ pair: 'confirmed', single: 'waitlisted' });
  });

  it('passes nobody who waits for the same seats, even where a smaller party would fit', () => {
    const { states } = filled(twoSeats, [newcomer('a'), newcomer('pair', partyOf(2)), newcomer('single')]);
    expect(states).toEqual({ a: 'confirmed', pair: 'waitlisted', single: 'waitlisted' });
  });

  it('brings one more along only where there is room, and keeps what it has otherwise', () => {
    const wish = { answer: 'yes', party: partyOf(2), isApproved: false } as const;
    expect(decideRegistration(full(), confirmed('a'), wish)).toEqual({ refused: 'no-room' });
    const half = { ...twoSeats, held: take(NOTHING_HELD, [partyOf(1)]), lastArrival: 1 };
    const step = decided(decideRegistration(half, confirmed('a'), wish));
    expect(step.decision.state).toBe('confirmed');
    expect(step.facts.held.shared.get('all')).toBe(2);
  });

  it('knows no limit without a capacity', () => {
    const facts = { ...twoSeats, limits: { shared: new Map(), quota: null }, held: full().held };
    expect(decided(answers(facts, newcomer('a'))).decision.state).toBe('confirmed');
  });

  it('keeps its seat though fewer are left than are taken', () => {
    const overbooked = { ...full(), limits: { shared: new Map([['all', 1]]), quota: null } };
    expect(decided(answers(overbooked, confirmed('a'))).decision.state).toBe('confirmed');
  });
});

describe('a quota', () => {
  const facts = { ...twoSeats, limits: { shared: new Map([['all', 10]]), quota: 1 } };

  it('lets so many of each cluster in and those behind pass whoever it holds back', () => {
    const { states } = filled(facts, [
      newcomer('a1', of('a')),
      newcomer('a2', of('a')),
      newcomer('b1', of('b')),
    ]);
    expect(states).toEqual({ a1: 'confirmed', a2: 'waitlisted', b1: 'confirmed' });
  });

  it('needs room in every cluster that somebody comes for', () => {
    const both = partyOf(1, { groups: ['a', 'b'], clusters: ['a', 'b'] });
    const { states } = filled(facts, [
      newcomer('a1', of('a')),
      newcomer('both', both),
      newcomer('b1', of('b')),
    ]);
    expect(states).toEqual({ a1: 'confirmed', both: 'waitlisted', b1: 'confirmed' });
  });

  it('gives a freed seat to the first of the cluster', () => {
    const { facts: after } = filled(
      facts,
      ['a1', 'a2', 'a3'].map((id) => newcomer(id, of('a'))),
    );
    const step = decided(answers(after, confirmed('a1', of('a')), 'no'));
    expect(step.decision.moved).toEqual([{ registrationId: 'a2', state: 'confirmed' }]);
  });
});

describe('contingents and reserved seats', () => {
  const limits = {
    shared: new Map([
      ['all', 3],
      ['ordinary', 2],
      ['online', 1],
    ]),
    quota: null,
  };
  const facts = { ...twoSeats, limits };
  const ordinary = partyOf(1, { shared: ['all', 'ordinary'] });

  it('are full each by themselves, and hold up only those who ask for the same', () => {
    const online = partyOf(1, { shared: ['all', 'ordinary', 'online'] });
    const { states } = filled(facts, [
      newcomer('o1', online),
      newcomer('o2', online),
      newcomer('site', ordinary),
    ]);
    expect(states).toEqual({ o1: 'confirmed', o2: 'waitlisted', site: 'confirmed' });
  });

  it('keep seats for whom they are reserved', () => {
    const people = [newcomer('a', ordinary), newcomer('b', ordinary), newcomer('c', ordinary)];
    const { states } = filled(facts, [...people, newcomer('speaker', partyOf(1))]);
    expect(states).toEqual({ a: 'confirmed', b: 'confirmed', c: 'waitlisted', speaker: 'confirmed' });
  });
});

describe('the line', () => {
  it('moves up when somebody declines, first come first', () => {
    const { facts } = filled(
      twoSeats,
      ['a', 'b', 'c'].map((id) => newcomer(id)),
    );
    const step = decided(answers(facts, confirmed('a'), 'no'));
    expect(step.decision).toEqual({
      state: 'declined',
      arrival: 4,
      moved: [{ registrationId: 'c', state: 'confirmed' }],
    });
    expect(step.facts.held.shared.get('all')).toBe(2);
  });

  it('lets the first of each cluster pass where the meeting says so', () => {
    const start = { ...twoSeats, lineRule: 'clusters-first' as const };
    const people = [
      newcomer('a1', of('a')),
      newcomer('a2', of('a')),
      newcomer('a3', of('a')),
      newcomer('b1', of('b')),
    ];
    const { facts } = filled(start, people);
    expect(placeInLine(facts, 'b1')).toBe(1);
    const step = decided(answers(facts, confirmed('a1', of('a')), 'no'));
    expect(step.decision.moved).toEqual([{ registrationId: 'b1', state: 'confirmed' }]);
  });

  it('keeps those together who wait together', () => {
    const { facts } = filled(twoSeats, [newcomer('a'), newcomer('b')]);
    const group = ['c', 'd'].map((id, index) => ({
      registrationId: id,
      arrival: 3 + index,
      party: partyOf(1),
      group: 'friends',
    }));
    const waiting = { ...facts, waiting: group, lastArrival: 4 };
    const first = decided(answers(waiting, confirmed('a'), 'no'));
    expect(first.decision.moved).toEqual([]);
    expect(placeInLine(first.facts, 'd')).toBe(1);
    const second = decided(answers(first.facts, confirmed('b'), 'no'));
    expect(second.decision.moved.map(({ registrationId }) => registrationId)).toEqual(['c', 'd']);
  });
});

describe('a freed seat', () => {
  it('is held for the first in line, and then nobody else’s', () => {
    const { decision, facts } = waitingFor('offer');
    expect(decision.moved).toEqual([{ registrationId: 'c', state: 'offered' }]);
    expect(decided(answers(facts, newcomer('d'))).decision.state).toBe('waitlisted');
    const offered: Standing = { ...newcomer('c'), state: 'offered', arrival: 3 };
    expect(decided(answers(facts, offered)).decision).toEqual({ state: 'confirmed', arrival: 3, moved: [] });
  });

  it('is given to whoever waits behind when the offer is given back', () => {
    const { facts } = waitingFor('offer');
    const behind = decided(answers(facts, newcomer('d'))).facts;
    const offered: Standing = { ...newcomer('c'), state: 'offered', arrival: 3 };
    expect(decided(answers(behind, offered, 'no')).decision.moved).toEqual([
      { registrationId: 'd', state: 'offered' },
    ]);
  });

  it('stays free where the host gives it, and no newcomer takes it before those who wait', () => {
    const { decision, facts } = waitingFor('hold');
    expect(decision.moved).toEqual([]);
    expect(decided(answers(facts, newcomer('d'))).decision.state).toBe('waitlisted');
    const waiting: Standing = { ...newcomer('c'), state: 'waitlisted', arrival: 3 };
    expect(decided(answers(facts, waiting)).decision).toEqual({ state: 'waitlisted', arrival: 3, moved: [] });
  });
});

describe('approval by the host', () => {
  const facts = { ...twoSeats, approval: true };

  it('comes before a seat, and the place in line is that of the request', () => {
    const asked = decided(answers(facts, newcomer('a')));
    expect(asked.decision).toEqual({ state: 'awaiting_approval', arrival: 1, moved: [] });
    const { facts: later } = filled({ ...asked.facts, approval: false }, [
      newcomer('b'),
      newcomer('c'),
      newcomer('d'),
    ]);
    const standing: Standing = { ...newcomer('a'), state: 'awaiting_approval', arrival: 1 };
    const approved = decided(answers({ ...later, approval: true }, standing, 'yes', true));
    expect(approved.decision).toEqual({ state: 'waitlisted', arrival: 1, moved: [] });
    expect(placeInLine(approved.facts, 'a')).toBe(1);
  });

  it('is not asked for again by whoever was declined', () => {
    const refused: Standing = { ...newcomer('a'), state: 'cancelled', isRefused: true };
    expect(answers(facts, refused)).toEqual({ refused: 'not-approved' });
    expect(decided(answers(facts, refused, 'yes', true)).decision.state).toBe('confirmed');
  });
});

it('does not count maybe', () => {
  const step = decided(answers(twoSeats, newcomer('a'), 'maybe'));
  expect(step.decision.state).toBe('tentative');
  expect(step.facts.held.shared.get('all') ?? 0).toBe(0);
});
