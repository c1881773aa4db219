import { ordinarySeating } from '#contracts';
import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import { newId } from '#kernel';
import type { Id } from '#kernel';
import { answerBatch, InvitePeople, nameSubstituteIn } from '#participation';
import { testKeys } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';
import { pausing, withoutRowLock } from './handicaps.js';
import { TwoApis } from './two-apis.js';
import type { Guest } from './two-apis.js';

let apis: TwoApis;
beforeAll(async () => (apis = await TwoApis.start()));
afterAll(() => apis.close());

type Work = (tx: Tx, api: TestApi) => Promise<unknown>;

const answer =
  (meetingId: Id, guest: Guest | undefined, value: 'yes' | 'no'): Work =>
  (tx, { clock }) => {
    const from = { note: null, channel: 'web', actorPersonId: null, requestId: null } as const;
    const given = { ...from, invitationId: guest?.id ?? '', answer: value, receivedAt: clock.now() };
    return answerBatch(tx, meetingId, [given], { clock, keys: testKeys });
  };

const passOn =
  (guest: Guest | undefined, address = `${newId()}@vertretung.example`): Work =>
  (tx, { app, clock }) =>
    nameSubstituteIn(
      tx,
      {
        invitationId: guest?.id ?? '',
        colleague: { givenName: 'Toni', familyName: 'Beispiel', address, language: 'de' },
        by: { kind: 'invitee', requestId: null },
      },
      app.get(InvitePeople),
      { clock, keys: testKeys },
    );

/** One seat, whose holder sends a colleague and declines at the same time; somebody waits for it. */
async function theOnlySeat() {
  const { id, guests } = await apis.meetingWith(1, 2);
  const seating = JSON.stringify({ ...ordinarySeating, offerHours: null });
  await apis.rows('UPDATE meeting SET seating = $2 WHERE id = $1', [id, seating]);
  for (const guest of guests) await run(0, answer(id, guest, 'yes'));
  const [seated] = guests;
  return { id, delegate: passOn(seated), decline: answer(id, seated, 'no') };
}

async function confirmed(meetingId: Id): Promise<number> {
  return (await apis.statesOf(meetingId)).filter((state) => state === 'confirmed').length;
}

function run(index: number, work: Work): Promise<unknown> {
  const api = index % 2 === 0 ? apis.one : apis.other;
  return api.app.get(UnitOfWork).run((tx) => work(tx, api));
}

describe('who sends a colleague and answers at the same time', () => {
  it.each(['delegate', 'decline'] as const)('gives the seat once, when %s comes first', async (first) => {
    const { id, delegate, decline } = await theOnlySeat();
    const works = first === 'delegate' ? [delegate, decline] : [decline, delegate];
    const outcomes = await apis.inOrder(
      id,
      works.map((work, index) => () => run(index, work)),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    expect(await confirmed(id)).toBe(1);
    const states = await apis.statesOf(id);
    // Delegated first, the colleague sits and the line waits on; declined first, the next one sits and the colleague waits.
    expect(states.toSorted()).toEqual([
      first === 'delegate' ? 'confirmed' : 'cancelled',
      first === 'delegate' ? 'declined' : 'confirmed',
      'waitlisted',
    ]);
  });

  it('gives it to two without the lock: the control', async () => {
    const { id, delegate, decline } = await theOnlySeat();
    // Declined as a whole between what the other one reads and writes.
    const meanwhile = () => run(1, (tx, api) => decline(withoutRowLock(tx), api));
    await run(0, (tx, api) => delegate(pausing(withoutRowLock(tx), meanwhile), api));
    expect(await confirmed(id)).toBe(2);
  });
});

describe('two processes in which one invitee sends two colleagues', () => {
  it('invite the first of them alone', async () => {
    const { id, guests } = await apis.meetingWith(5, 1);
    const [guest] = guests;
    await run(0, answer(id, guest, 'yes'));
    const outcomes = await apis.inOrder(
      id,
      [0, 1].map((index) => () => run(index, passOn(guest))),
    );
    expect(outcomes).toEqual([
      { status: 'fulfilled', value: { outcome: 'accepted', substituteId: expect.any(String) } },
      { status: 'fulfilled', value: { outcome: 'refused', reason: 'named-already' } },
    ]);
    expect(await apis.statesOf(id)).toEqual(['confirmed', 'cancelled']);
  });
});
