import { systemActor } from '#access';
import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import type { Id } from '#kernel';
import { TakeDate, takeDateIn, Vote } from '#polls';
import type { TakeCommand } from '#polls';
import { holdersIn } from '../factories/audience.factory.js';
import { aNetworkOfManagers } from '../factories/network.factory.js';
import { aParticipant, aPoll } from '../factories/polls.factory.js';
import { testKeys } from '../support/test-api.js';
import { barrier, pausing, withoutRowLock } from './handicaps.js';
import { TwoApis } from './two-apis.js';

let apis: TwoApis;
beforeAll(async () => (apis = await TwoApis.start()));
afterAll(() => apis.close());

interface OpenPoll {
  readonly id: Id;
  readonly participantId: Id;
  readonly options: readonly [Id, Id];
}

async function openPoll(): Promise<OpenPoll> {
  const { network } = await aNetworkOfManagers(apis.reader, [{}]);
  const opened = { state: 'open' as const, openedAt: apis.one.clock.now() };
  const { id } = await aPoll(apis.reader, {
    institutionId: network.id,
    audienceRule: holdersIn(network.id),
    ...opened,
  });
  const { id: participantId } = await aParticipant(apis.reader, testKeys, { pollId: id });
  const options = await apis.rows<{ id: Id }>(
    'SELECT id FROM poll_option WHERE poll_id = $1 ORDER BY starts_local',
    [id],
  );
  return { id, participantId, options: [options[0]?.id ?? '', options[1]?.id ?? ''] };
}

const commandOf = ({ id, options }: OpenPoll, index: 0 | 1): TakeCommand => ({
  pollId: id,
  optionId: options[index],
  ifMatch: 1,
  visibility: 'invited',
  note: null,
});
const take = (poll: OpenPoll, index: 0 | 1) =>
  (index === 0 ? apis.one : apis.other).app.get(TakeDate).take(systemActor(), commandOf(poll, index));
const votes = ({ options: [first, second] }: OpenPoll) => ({
  [first]: 'yes' as const,
  [second]: 'no' as const,
});
const vote = (poll: OpenPoll) =>
  apis.other.app
    .get(Vote)
    .vote({ participantId: poll.participantId, votes: votes(poll), note: null, requestId: 'race' });

/** Begins one after the other behind the poll's row, which PostgreSQL then gives them in this order. */
async function inOrder(pollId: Id, begin: readonly (() => Promise<unknown>)[]) {
  const running: Promise<unknown>[] = [];
  await apis.one.app.get(UnitOfWork).run(async (tx) => {
    await tx.manager.query('SELECT FROM poll WHERE id = $1 FOR NO KEY UPDATE', [pollId]);
    for (const start of begin) {
      const started = start();
      started.catch(() => undefined);
      running.push(started);
      await apis.blocked(running.length);
    }
  });
  return (await Promise.allSettled(running)).map((outcome) =>
    outcome.status === 'rejected' ? outcome.reason.code : 'done',
  );
}

const meetingsOf = ({ id }: OpenPoll) =>
  apis.rows(
    `SELECT starts_local::text AS starts FROM meeting
      WHERE institution_id = (SELECT institution_id FROM poll WHERE id = $1) ORDER BY starts_local`,
    [id],
  );
const votesIn = ({ id }: OpenPoll) =>
  apis.rows('SELECT value FROM poll_vote JOIN poll_option ON id = option_id WHERE poll_id = $1', [id]);

it('two hosts who take different dates at once get one meeting', async () => {
  const poll = await openPoll();
  expect(await inOrder(poll.id, [() => take(poll, 1), () => take(poll, 0)])).toEqual([
    'done',
    'poll.not-takeable',
  ]);
  expect(await meetingsOf(poll)).toEqual([{ starts: '2026-04-16 10:00:00' }]);
});

it('without the lock they get two: the control', async () => {
  const poll = await openPoll();
  const haveRead = barrier(2);
  const takeUnlocked = (index: 0 | 1) =>
    apis.one.app
      .get(UnitOfWork)
      .run((tx: Tx) =>
        takeDateIn(
          pausing(withoutRowLock(tx), haveRead),
          systemActor(),
          commandOf(poll, index),
          apis.one.clock.now(),
        ),
      );
  await Promise.all([takeUnlocked(0), takeUnlocked(1)]);
  expect(await meetingsOf(poll)).toHaveLength(2);
});

it('a vote that comes while a date is taken is refused, and one before it counts', async () => {
  const late = await openPoll();
  let outcome: unknown;
  const voting = async () => (outcome = await vote(late));
  expect(await inOrder(late.id, [() => take(late, 0), voting])).toEqual(['done', 'done']);
  expect(outcome).toEqual({ outcome: 'refused', code: 'poll.not-open' });
  expect(await votesIn(late)).toEqual([]);

  const early = await openPoll();
  expect(await inOrder(early.id, [() => vote(early), () => take(early, 0)])).toEqual(['done', 'done']);
  expect(await votesIn(early)).toHaveLength(2);
  const log = await apis.rows(
    `SELECT after FROM audit_entry WHERE subject_id = $1 AND action = 'poll.take'`,
    [early.id],
  );
  expect(log).toMatchObject([{ after: { votes: { yes: 1, ifNeedBe: 0, no: 0 } } }]);
});
