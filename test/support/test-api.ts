import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SetupLink } from '#access';
import { loadConfig } from '#config';
import type { Environment } from '#config';
import { TokenKeys } from '#kernel';
import type { Temporal } from '#kernel';
import { createApi } from '../../apps/api/src/create-api.js';
import type { ApiOptions } from '../../apps/api/src/create-api.js';
import { TestBrowser } from './test-browser.js';
import { TestClock } from './test-clock.js';
import { withoutWords } from './log-words.js';
import { anotherSource, createTestDatabase } from './test-database.js';
import type { TestDatabase } from './test-database.js';

/** The whole api as production builds it, on a database of its own, listening on a free port. */
export interface TestApi {
  readonly url: string;
  readonly app: NestFastifyApplication;
  readonly database: TestDatabase;
  readonly clock: TestClock;
  /** What was printed in the terminal, oldest first. */
  readonly printed: string[];
  /** A new browser without cookies. */
  browser(headers?: Readonly<Record<string, string>>): TestBrowser;
  /** Fails where something stands in the log without words. */
  close(): Promise<void>;
}

/** What every process of a test is set to; its tokens are those of `testKeys`. */
export const testSettings = { SECRET_KEY: 'for tests only '.repeat(3).trim(), LOG_LEVEL: 'silent' };

export const testKeys = new TokenKeys([testSettings.SECRET_KEY]);

export const owner = {
  givenName: 'Kim',
  familyName: 'Beispiel',
  salutation: 'none',
  language: 'de',
  address: 'kim@netz.example',
} as const;

interface TestApiOptions extends Pick<ApiOptions, 'consoleFolder' | 'log'> {
  /** Shares database and clock with this one, as a second process would; close it first. */
  readonly beside?: TestApi;
  /** Where the clock stands at first. */
  readonly at?: Temporal.Instant;
}

/** Starts it; `close` in `afterAll`. The clock stands still until a test moves it. */
export async function startTestApi(
  settings: Environment = {},
  { beside, at, ...options }: TestApiOptions = {},
): Promise<TestApi> {
  const database = beside?.database ?? (await createTestDatabase());
  const dataSource = beside === undefined ? database.dataSource : await anotherSource(database);
  const config = loadConfig({ ...testSettings, DATABASE_URL: database.url, ...settings });
  const clock = beside?.clock ?? new TestClock(at);
  const printed: string[] = [];
  const terminal = { print: (line: string) => void printed.push(line) };
  const app = await createApi({ config, dataSource, clock, terminal, ...options });
  const url = await app.getHttpAdapter().getInstance().listen({ port: 0, host: '127.0.0.1' });
  return {
    url,
    app,
    database,
    clock,
    printed,
    browser: (headers) => new TestBrowser(url, headers),
    close: async () => {
      const bare = beside === undefined ? await withoutWords(dataSource) : [];
      await app.close();
      await (beside === undefined ? database.drop() : dataSource.destroy());
      if (bare.length > 0) throw new Error(`in the log without words: ${bare.join('; ')}`);
    },
  };
}

/** The token of the set-up link; empty once there is an owner. */
export async function setupToken(api: TestApi): Promise<string> {
  const path = await api.app.get(SetupLink).find();
  return path?.split('#')[1] ?? '';
}

/** Sets the instance up and gives the owner's browser. */
export async function enterAsOwner(api: TestApi): Promise<TestBrowser> {
  const browser = api.browser();
  const reply = await browser.post('/api/v1/setup', { ...owner, token: await setupToken(api) });
  if (reply.status !== 201) throw new Error(`set-up answered ${reply.status}`);
  return browser;
}
