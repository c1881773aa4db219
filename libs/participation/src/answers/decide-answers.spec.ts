import * as fc from 'fast-check';
import { ordinarySeating } from '#contracts';
import type { AnswerValue, RegistrationState } from '#contracts';
import { Temporal } from '#kernel';
import type { Meeting } from '#meetings';
import { workOff } from '../rules/registration.rules.js';
import { NOBODY_REPRESENTED, partyOf } from '../seats/party-of.js';
import type { Registration } from '../tables/registration.entity.js';
import { decideAnswers } from './decide-answers.js';
import type { Decisions } from './decide-answers.js';
import type { AnsweringInvitation, Desk } from './desk.js';
import type { IncomingAnswer } from './incoming-answer.js';

const receivedAt = Temporal.Instant.from('2026-03-02T09:00:00Z');
const meeting = {
  state: 'published',
  endsAt: receivedAt.add({ hours: 24 }),
  answerByAt: null,
  capacity: null,
  seating: ordinarySeating,
} as Meeting;
const registration = {
  companions: [] as string[],
  contingentId: null,
  groupId: null,
  cause: null,
  offeredUntil: null,
};
const party = partyOf(meeting, NOBODY_REPRESENTED, { seats: 1, contingentId: null });

function invitationOf(name: string) {
  const contact = { language: 'de', address: `${name}@person.example` } as const;
  return { ...contact, id: name, personId: name, state: 'active' } as AnsweringInvitation & typeof contact;
}

interface Standing {
  readonly state: RegistrationState;
  readonly arrival: number;
}

/** Everybody of the meeting, by name; null has not answered. */
function deskOf(capacity: number, people: Readonly<Record<string, Standing | null>>): Desk {
  const standings = Object.entries(people).flatMap(([name, standing]) =>
    standing === null
      ? []
      : [[name, { ...registration, id: `r-${name}`, personId: name, ...standing } as Registration]],
  ) as [string, Registration][];
  const waiting = standings
    .filter(([, { state }]) => state === 'waitlisted')
    .toSorted(([, one], [, other]) => one.arrival - other.arrival);
  return {
    meeting,
    invitations: new Map(Object.keys(people).map((name) => [name, invitationOf(name)])),
    registrations: new Map(standings),
    offered: [],
    represented: () => NOBODY_REPRESENTED,
    facts: {
      limits: { shared: new Map([['all', capacity]]), quota: null },
      held: {
        shared: new Map([['all', standings.filter(([, { state }]) => state === 'confirmed').length]]),
        groups: new Map(),
        clusters: new Map(),
      },
      lineRule: 'arrival',
      waiting: waiting.map(([, { id, arrival }]) => ({ registrationId: id, arrival, party, group: null })),
      lastArrival: Math.max(0, ...standings.map(([, { arrival }]) => arrival)),
      freed: 'promote',
      approval: false,
    },
  };
}

const answersOf = (...given: readonly (readonly [string, AnswerValue])[]): IncomingAnswer[] =>
  given.map(([invitationId, answer]) => ({
    invitationId,
    answer,
    note: null,
    channel: 'web',
    receivedAt,
    actorPersonId: null,
    requestId: null,
  }));

/** Where the batch leaves everybody, as it is written: answers first, then those who only moved up. */
function after(desk: Desk, { answers, moved }: Decisions): Record<string, RegistrationState> {
  const before = [...desk.registrations].map(([name, { state }]) => [name, state] as const);
  const answered = [...answers].map(([name, { state }]) => [name, state] as const);
  const movedUp = moved.map(
    ({ registrationId, state }) => [registrationId.slice('r-'.length), state] as const,
  );
  return Object.fromEntries([...before, ...answered, ...movedUp]);
}

describe('a batch of answers', () => {
  it('lets who has just moved up decline, and the next in line have the seat', () => {
    const desk = deskOf(1, {
      seated: { state: 'confirmed', arrival: 1 },
      first: { state: 'waitlisted', arrival: 2 },
      second: { state: 'waitlisted', arrival: 3 },
    });
    const decisions = decideAnswers(desk, answersOf(['seated', 'no'], ['first', 'no']));
    expect(after(desk, decisions)).toEqual({ seated: 'declined', first: 'declined', second: 'confirmed' });
  });

  it('takes the last of several answers of one person', () => {
    const desk = deskOf(1, { changeable: null, other: null });
    const decisions = decideAnswers(
      desk,
      answersOf(['changeable', 'yes'], ['other', 'yes'], ['changeable', 'maybe']),
    );
    expect(after(desk, decisions)).toEqual({ changeable: 'tentative', other: 'confirmed' });
    expect(decisions.results).toHaveLength(3);
  });

  it('refuses an answer by itself and takes those around it', () => {
    const desk = deskOf(1, { known: null });
    const decisions = decideAnswers(desk, answersOf(['unknown', 'yes'], ['known', 'yes']));
    expect(decisions.results).toEqual([{ refused: { reason: 'withdrawn' } }, { accepted: 'known' }]);
    expect(after(desk, decisions)).toEqual({ known: 'confirmed' });
  });

  it('comes to the same as its answers one by one, never overbooks and leaves no seat empty', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const batches = fc.array(
      fc.tuple(fc.constantFrom(...names), fc.constantFrom<AnswerValue>('yes', 'no', 'maybe')),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(batches, batches, fc.integer({ min: 1, max: 3 }), (earlier, batch, capacity) => {
        const start = settle(
          deskOf(capacity, Object.fromEntries(names.map((name) => [name, null]))),
          earlier,
        );
        const together = decideAnswers(start, answersOf(...batch));
        expect(after(start, together)).toEqual(standingsOf(settle(start, batch)));
        const seated = Object.values(after(start, together)).filter((state) => state === 'confirmed');
        expect(together.facts.held.shared.get('all') ?? 0).toBe(seated.length);
        expect(seated.length).toBeLessThanOrEqual(capacity);
        expect(workOff(together.facts).moved).toEqual([]);
      }),
    );
  });
});

/** One transaction per answer. */
function settle(desk: Desk, given: readonly (readonly [string, AnswerValue])[]): Desk {
  let current = desk;
  for (const answer of given) {
    const decisions = decideAnswers(current, answersOf(answer));
    const states = after(current, decisions);
    const arrivals = new Map([...current.registrations].map(([name, { arrival }]) => [name, arrival]));
    for (const [name, { arrival }] of decisions.answers) arrivals.set(name, arrival);
    const people = [...current.invitations.keys()].map((name) => {
      const state = states[name];
      return [name, state === undefined ? null : { state, arrival: arrivals.get(name) ?? 0 }] as const;
    });
    const capacity = current.facts.limits.shared.get('all');
    const { lastArrival } = decisions.facts;
    const next = deskOf(capacity ?? 0, Object.fromEntries(people));
    current = { ...next, facts: { ...next.facts, lastArrival } };
  }
  return current;
}

function standingsOf(desk: Desk): Record<string, RegistrationState> {
  return Object.fromEntries([...desk.registrations].map(([name, { state }]) => [name, state]));
}
