import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import type { Id } from '#kernel';
import { answerBatch, AnswerInvitation } from '#participation';
import { eventually } from '../support/eventually.js';
import { testKeys } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';
import { barrier, pausing, withoutRowLock } from './handicaps.js';
import { postAnswer, TwoApis } from './two-apis.js';
import type { Guest } from './two-apis.js';

let apis: TwoApis;
let one: TestApi;
let other: TestApi;
beforeAll(async () => {
  apis = await TwoApis.start();
  ({ one, other } = apis);
});
afterAll(() => apis.close());

describe('50 people who answer yes at once, for 20 seats', () => {
  let meetingId: Id;
  beforeAll(async () => {
    const { id, guests } = await apis.meetingWith(20, 50);
    meetingId = id;
    const replies = guests.map((guest, index) => postAnswer(index % 2 === 0 ? one : other, guest, 'yes'));
    expect(await Promise.all(replies)).toEqual(guests.map(() => 303));
  });

  it('get 20 seats and 30 places in line, in the order in which they came', async () => {
    const found = await apis.seats(meetingId);
    expect(found.map(({ arrival, state }) => `${arrival} ${state}`)).toEqual(
      Array.from({ length: 50 }, (_, index) => `${index + 1} ${index < 20 ? 'confirmed' : 'waitlisted'}`),
    );
  });

  it('are told so, each once', async () => {
    const mails = await apis.rows(
      `SELECT params ->> 'outcome' AS outcome, count(*)::int, count(DISTINCT person_id)::int AS people
         FROM outgoing_mail WHERE topic_id = $1 GROUP BY 1 ORDER BY 1`,
      [meetingId],
    );
    expect(mails).toEqual([
      { outcome: 'confirmed', count: 20, people: 20 },
      { outcome: 'waitlisted', count: 30, people: 30 },
    ]);
  });
});

describe('answers that wait for the lock', () => {
  it('in one process are decided in the order in which they were received', async () => {
    const { id, guests } = await apis.meetingWith(3, 8);
    const answers = one.app.get(AnswerInvitation);
    const outcomes: Promise<unknown>[] = [];
    await apis.holding(id, async () => {
      const found = countFound(one);
      for (const { id: invitationId } of guests) {
        outcomes.push(answers.answer({ invitationId, answer: 'yes', note: null, channel: 'web' }));
        one.clock.advance({ seconds: 1 });
      }
      await eventually(() => found() === guests.length);
      await apis.blocked(1);
    });
    expect(await Promise.all(outcomes)).toEqual([
      ...Array.from({ length: 3 }, () => ({ outcome: 'accepted', state: 'confirmed' })),
      ...Array.from({ length: 5 }, () => ({ outcome: 'accepted', state: 'waitlisted' })),
    ]);
    expect((await apis.seats(id)).map(({ invitationId }) => invitationId)).toEqual(
      guests.map((guest) => guest.id),
    );
  });

  it('in two processes get the last seat once', async () => {
    const { id, guests } = await apis.meetingWith(1, 2);
    const replies: Promise<number>[] = [];
    await apis.holding(id, async () => {
      guests.forEach((guest, index) => replies.push(postAnswer(index === 0 ? one : other, guest, 'yes')));
      await apis.blocked(2);
    });
    expect(await Promise.all(replies)).toEqual([303, 303]);
    expect(await apis.statesOf(id)).toEqual(['confirmed', 'waitlisted']);
  });
});

describe('two answers of two processes, the second begun while the first is not committed', () => {
  it('get the one seat once', async () => {
    const { id, guests } = await apis.meetingWith(1, 2);
    expect(await interleave(id, guests, (tx) => tx)).toEqual({ states: ['confirmed', 'waitlisted'] });
  });

  it('are both confirmed without the lock, and only the order of arrival refuses it: the control', async () => {
    const { id, guests } = await apis.meetingWith(1, 2);
    expect(await interleave(id, guests, withoutRowLock)).toEqual({ refusedBy: 'uq_registration_arrival' });
    expect(await apis.statesOf(id)).toEqual(['confirmed']);
  });
});

it('without lock and without that constraint everybody who pauses in the critical section overbooks: the control', async () => {
  const { id, guests } = await apis.meetingWith(3, 8);
  await apis.rows('ALTER TABLE registration DROP CONSTRAINT uq_registration_arrival');
  try {
    const haveRead = barrier(guests.length);
    await Promise.all(
      guests.map((guest) => answerIn(one, id, guest, (tx) => pausing(withoutRowLock(tx), haveRead))),
    );
    expect(await apis.statesOf(id)).toEqual(guests.map(() => 'confirmed'));
  } finally {
    await apis.rows('DELETE FROM registration WHERE meeting_id = $1', [id]);
    await apis.rows(
      'ALTER TABLE registration ADD CONSTRAINT uq_registration_arrival UNIQUE (meeting_id, arrival)',
    );
  }
});

type Handicap = (tx: Tx) => Tx;

/** Answers in a transaction of its own, the one that `AnswerBatcher` runs too. */
async function answerIn(api: TestApi, meetingId: Id, { id }: Guest, handicap: Handicap): Promise<void> {
  const receivedAt = api.clock.now();
  const rest = { note: null, channel: 'web', actorPersonId: null, requestId: null } as const;
  const answer = { invitationId: id, answer: 'yes', receivedAt, ...rest } as const;
  await api.app
    .get(UnitOfWork)
    .run(async (tx) => answerBatch(handicap(tx), meetingId, [answer], { clock: api.clock, keys: testKeys }));
}

async function interleave(meetingId: Id, guests: readonly Guest[], handicap: Handicap) {
  const [first, second] = guests;
  if (first === undefined || second === undefined) throw new Error('two guests are needed');
  let later: Promise<void> = Promise.resolve();
  await one.app.get(UnitOfWork).run(async (tx) => {
    const receivedAt = one.clock.now();
    const rest = { note: null, channel: 'web', actorPersonId: null, requestId: null } as const;
    await answerBatch(tx, meetingId, [{ invitationId: first.id, answer: 'yes', receivedAt, ...rest }], {
      clock: one.clock,
      keys: testKeys,
    });
    later = answerIn(other, meetingId, second, handicap);
    later.catch(() => undefined);
    await apis.blocked(1);
  });
  try {
    await later;
    return { states: await apis.statesOf(meetingId) };
  } catch (error) {
    const { driverError } = error as { driverError?: { constraint?: string } };
    return { refusedBy: driverError?.constraint ?? String(error) };
  }
}

/** Counts the invitations that this process has looked up from now on. */
function countFound({ database }: TestApi): () => number {
  let found = 0;
  database.dataSource.subscribers.push({
    afterQuery: ({ query }) => {
      if (query.includes('FROM "invitation"') && !query.includes('FOR NO KEY UPDATE')) found += 1;
    },
  });
  return () => found;
}
