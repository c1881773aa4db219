import { ApiProcess } from '../../support/api-process.js';
import { createTestDatabase } from '../../support/test-database.js';
import type { TestDatabase } from '../../support/test-database.js';
import { percentile } from '../percentile.js';
import { FormConnection } from './form-connection.js';
import { aHotMeeting } from './hot-meeting.js';
import type { HotMeeting } from './hot-meeting.js';
import { runPlainTransactions } from './plain-transaction.js';

/*
 * 5,000 people say yes to one meeting of 300 seats with a quota for each cluster, as the form of their page does: over
 * HTTP, 64 connections at once, to one api process of its own. Beside it, on the same server in the same run, the plain
 * transaction that locks, inserts, updates and inserts, by 32 clients without any HTTP.
 */

const PEOPLE = 5000;
const SEATS = 300;
const CLUSTERS = 200;
const QUOTA = 3;
const CONNECTIONS = 64;
const CLIENTS = 32;
const GOAL = 2;

let database: TestDatabase;
let api: ApiProcess;
let meeting: HotMeeting;
beforeAll(async () => {
  database = await createTestDatabase();
  api = await ApiProcess.start({ DATABASE_URL: database.url });
  const shape = { seats: SEATS, people: PEOPLE, clusters: CLUSTERS, quota: QUOTA };
  // What a process does for the first time it does slowly.
  await answerAll(await aHotMeeting(database, { ...shape, people: 500 }));
  meeting = await aHotMeeting(database, shape);
}, 120_000);
afterAll(async () => {
  await api.kill();
  await database.drop();
});

it('takes answers to one meeting at least twice as fast as plain transactions, and never one too many', async () => {
  const before = await runPlainTransactions(database.url, { count: PEOPLE, clients: CLIENTS });
  const ours = await answerAll(meeting);
  const after = await runPlainTransactions(database.url, { count: PEOPLE, clients: CLIENTS });
  const plain = before.totalMs < after.totalMs ? before : after;
  const ratio = plain.totalMs / ours.totalMs;
  process.stdout.write(`  ours:  ${words(ours)}\n  plain: ${words(plain)}\n  ratio ${ratio.toFixed(2)}\n`);
  expect(await counted()).toEqual({
    confirmed: SEATS,
    waitlisted: PEOPLE - SEATS,
    places: PEOPLE,
    most: QUOTA,
  });
  expect(ratio).toBeGreaterThanOrEqual(GOAL);
}, 300_000);

interface Run {
  readonly times: readonly number[];
  readonly totalMs: number;
}

function words({ times, totalMs }: Run): string {
  const [middle, p95, p99] = [50, 95, 99].map((percent) => percentile(times, percent).toFixed(1));
  const rate = Math.round((times.length / totalMs) * 1000);
  return `${rate}/s, p50 ${middle} ms, p95 ${p95} ms, p99 ${p99} ms`;
}

async function answerAll({ tokens }: HotMeeting): Promise<Run> {
  const connections = await Promise.all(
    Array.from({ length: CONNECTIONS }, () => FormConnection.open(api.url)),
  );
  const times: number[] = [];
  let next = 0;
  const startedAt = performance.now();
  await Promise.all(
    connections.map(async (connection) => {
      while (next < tokens.length) {
        const token = tokens[next] ?? '';
        next += 1;
        const begunAt = performance.now();
        expect303(await connection.post(`/i/${token}`));
        times.push(performance.now() - begunAt);
      }
    }),
  );
  const totalMs = performance.now() - startedAt;
  for (const connection of connections) connection.close();
  return { times, totalMs };
}

function expect303(status: number): void {
  if (status !== 303) throw new Error(`an answer was replied to with ${status}`);
}

async function counted() {
  const [row] = await database.dataSource.query<[Record<string, number>]>(
    `SELECT count(*) FILTER (WHERE state = 'confirmed')::int AS confirmed,
            count(*) FILTER (WHERE state = 'waitlisted')::int AS waitlisted,
            count(DISTINCT arrival)::int AS places,
            (SELECT max(seats) FROM (
               SELECT count(*)::int AS seats FROM registration AS seated
                 JOIN invitation_reason AS reason ON reason.invitation_id = seated.invitation_id
                WHERE seated.meeting_id = $1 AND seated.state = 'confirmed' GROUP BY reason.institution_id) AS sums) AS most
       FROM registration WHERE meeting_id = $1`,
    [meeting.id],
  );
  return row;
}
