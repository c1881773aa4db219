import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startTestApi, testSettings } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';

const run = promisify(execFile);
const CLI = join(import.meta.dirname, '../../dist/apps/cli/src/main.js');

describe('jourfixe owner, sign-in and api-key', () => {
  let api: TestApi;
  beforeAll(async () => (api = await startTestApi()));
  beforeEach(() => api.database.clear());
  afterAll(() => api.close());

  const jourfixe = async (...args: string[]): Promise<string> => {
    const env = {
      ...process.env,
      ...testSettings,
      DATABASE_URL: api.database.url,
      PUBLIC_URL: 'https://netz.example',
    };
    const { stdout } = await run(process.execPath, [CLI, ...args], { env });
    return stdout.trim();
  };
  const addKim = () =>
    jourfixe('owner', 'kim@netz.example', '--given-name', 'Kim', '--family-name', 'Beispiel');

  it('make an owner, a link that signs in and a key that works', async () => {
    expect(await addKim()).toBe('kim@netz.example is an owner.');
    const link = await jourfixe('sign-in', 'KIM@netz.example');
    expect(link).toMatch(/^https:\/\/netz\.example\/console\/sign-in\/complete#[a-z2-7]{32}$/);
    const key = await jourfixe('api-key', 'create', 'nightly import');
    const program = api.browser({ authorization: `Bearer ${key}` });
    expect((await program.get('/api/v1/session')).body).toMatchObject({ name: 'Kim Beispiel' });
    expect((await program.get('/api/v1/instance')).body).toMatchObject({ setUp: true });
  });

  it('say in one line why they will not', async () => {
    await expect(jourfixe('api-key', 'create', 'x')).rejects.toMatchObject({
      code: 1,
      stderr: 'This instance has no owner yet. Please set it up first.\n',
    });
    await expect(jourfixe('sign-in', 'kim@netz.example')).rejects.toMatchObject({
      stderr: 'Nobody signs in with this email address. Please check the spelling.\n',
    });
    await expect(jourfixe('owner', 'kim@netz.example')).rejects.toMatchObject({
      stderr: expect.stringMatching(/^We do not know this email address\..*\n$/),
    });
    await expect(
      jourfixe('owner', 'not an address', '--given-name', 'K', '--family-name', 'B'),
    ).rejects.toMatchObject({
      stderr: expect.stringMatching(/email address/),
    });
  });
});
