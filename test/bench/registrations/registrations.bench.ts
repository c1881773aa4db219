import { UnitOfWork } from '#database';
import { enterAsOwner, startTestApi } from '../../support/test-api.js';
import type { TestApi } from '../../support/test-api.js';
import type { TestBrowser } from '../../support/test-browser.js';
import { percentile } from '../percentile.js';
import { fillWithRegistrations } from './fill-with-registrations.js';

/*
 * What hosts read, over HTTP, in an instance with ten thousand registrations and in one with a million, in turns in the
 * same run.
 */

const SMALL = 10_000;
const LARGE = 1_000_000;
/** For the 95th percentile of a machine at rest; here the middle has to keep it, whatever else the machine does. */
const GOAL_RATIO = 2;
const ROUNDS = 60;

const reads: readonly (readonly [string, (meetingId: string) => string])[] = [
  ['coming meetings', () => '/meetings?when=coming'],
  ['past meetings', () => '/meetings?when=past'],
  ['drafts', () => '/meetings?when=coming&state=draft'],
  ['one meeting', (id) => `/meetings/${id}`],
  ['its answers, counted', (id) => `/meetings/${id}/answers`],
  ['its invitations', (id) => `/meetings/${id}/invitations`],
  ['its mails', (id) => `/mails?meetingId=${id}`],
  ['offices', () => '/offices'],
];

interface Filled {
  readonly api: TestApi;
  readonly browser: TestBrowser;
  readonly meetingId: string;
}

let small: Filled;
let large: Filled;
beforeAll(async () => {
  small = await fill(SMALL);
  large = await fill(LARGE);
}, 3_600_000);
afterAll(async () => {
  await small.api.close();
  await large.api.close();
});

it.each(reads)(
  '%s: as quick at a million registrations as at ten thousand',
  async (what, pathOf) => {
    const times: [number[], number[]] = [[], []];
    for (let round = -5; round < ROUNDS; round += 1) {
      const [first, second] = [await timed(small, pathOf), await timed(large, pathOf)];
      if (round < 0) continue;
      times[0].push(first);
      times[1].push(second);
    }
    const [few, many] = times;
    const ratio = percentile(many, 50) / percentile(few, 50);
    process.stdout.write(
      `${what.padEnd(22)} ${words(few)} | ${words(many)} | ${ratio.toFixed(2)}, p95 ${(percentile(many, 95) / percentile(few, 95)).toFixed(2)}\n`,
    );
    expect(ratio).toBeLessThan(GOAL_RATIO);
  },
  120_000,
);

async function fill(registrations: number): Promise<Filled> {
  const api = await startTestApi();
  const browser = await enterAsOwner(api);
  return {
    api,
    browser,
    meetingId: await fillWithRegistrations(api.app.get(UnitOfWork).reader, registrations),
  };
}

async function timed({ browser, meetingId }: Filled, pathOf: (id: string) => string): Promise<number> {
  const startedAt = performance.now();
  const { status } = await browser.get(`/api/v1${pathOf(meetingId)}`);
  if (status !== 200) throw new Error(`answered ${status}`);
  return performance.now() - startedAt;
}

function words(times: readonly number[]): string {
  return `p50 ${percentile(times, 50).toFixed(1)} ms, p95 ${percentile(times, 95).toFixed(1)} ms`;
}
