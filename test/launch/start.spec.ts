import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { copyProject, project } from '../support/project-copy.js';
import {
  freePort,
  killEverything,
  LaunchedInstance,
  listProcesses,
  noProcessIn,
} from '../support/launched-instance.js';

describe('the start', () => {
  let folder: string;
  let port: number;
  let stopped: string;

  /** An installation that ran before, as most starts find it. */
  function usedDataDir(): string {
    const dataDir = join(folder, 'data');
    cpSync(stopped, dataDir, { recursive: true });
    return dataDir;
  }

  beforeAll(async () => {
    stopped = mkdtempSync(join(tmpdir(), 'jourfixe stopped '));
    chmodSync(stopped, 0o711);
    const instance = await LaunchedInstance.ready({ project, dataDir: stopped, port: await freePort() });
    instance.interrupt();
    await instance.ended;
  });

  afterAll(() => rmSync(stopped, { recursive: true }));

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'jourfixe start '));
    chmodSync(folder, 0o711);
    port = await freePort();
  });

  afterEach(async () => {
    await killEverything(folder);
    rmSync(folder, { recursive: true });
  });

  it('serves from a path with a space, and Ctrl-C leaves no process behind', async () => {
    copyProject(join(folder, 'my project'));
    const dataDir = join(folder, 'my data');
    const instance = await LaunchedInstance.ready({ project: join(folder, 'my project'), dataDir, port });
    expect(await instance.isServing()).toBe(true);
    expect(instance.output).toContain(`Jourfixe is ready: http://localhost:${port}\n`);
    expect(listProcesses(folder).map(({ command }) => command)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('dist/apps/api/src/main.js'),
        expect.stringContaining('dist/apps/worker/src/main.js'),
        expect.stringContaining('bin/postgres'),
      ]),
    );
    instance.interrupt();
    expect(await instance.ended).toBe(0);
    expect(listProcesses(folder)).toEqual([]);
    expect(existsSync(join(dataDir, 'postgres/data/postmaster.pid'))).toBe(false);
    expect(readFileSync(join(dataDir, 'postgres/postgres.log'), 'utf8')).toContain(
      'received fast shutdown request',
    );
  });

  it('ends at once, with everything, when Ctrl-C is pressed again because a part hangs', async () => {
    const instance = await LaunchedInstance.ready({ project, dataDir: usedDataDir(), port });
    const api = listProcesses(folder).find(({ command }) => command.includes('apps/api/src/main.js'));
    process.kill(Number(api?.pid), 'SIGSTOP');
    instance.interrupt();
    await instance.prints('Stopping');
    await sleep(1100);
    instance.interrupt();
    expect(await instance.ended).toBe(130);
    await noProcessIn(folder);
  });

  it('says in one line that the port is taken, and stops its database', async () => {
    const other = createServer().listen(port, '127.0.0.1');
    const instance = new LaunchedInstance({ project, dataDir: usedDataDir(), port });
    expect(await instance.ended).toBe(1);
    expect(instance.output).toBe(
      `Port ${port} is taken by another program: stop that one, or set PORT to another number\n`,
    );
    expect(listProcesses(folder)).toEqual([]);
    other.close();
  });

  it('names a wrong setting in one line', async () => {
    const instance = new LaunchedInstance({ project, dataDir: usedDataDir(), port: 99_999 });
    expect(await instance.ended).toBe(1);
    expect(instance.output).toBe('PORT must be a whole number from 1 to 65535, but is "99999"\n');
  });

  it('outlives a second start, the death of its launcher and that of everything', async () => {
    const dataDir = usedDataDir();
    const first = await LaunchedInstance.ready({ project, dataDir, port });
    await refusesASecond(dataDir);
    expect(await first.isServing()).toBe(true);

    first.kill();
    await noProcessIn(folder, 'src/main.js');
    expect(await first.isServing()).toBe(false);
    const orphan = readFileSync(join(dataDir, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0];
    const pids = () => listProcesses(folder).map(({ pid }) => String(pid));
    expect(pids()).toContain(orphan);
    const afterLauncher = await LaunchedInstance.ready({ project, dataDir, port });
    expect(await afterLauncher.isServing()).toBe(true);
    expect(pids()).not.toContain(orphan);

    await killEverything(folder);
    expect(existsSync(join(dataDir, 'postgres/data/postmaster.pid'))).toBe(true);
    const afterAll = await LaunchedInstance.ready({ project, dataDir, port });
    expect(await afterAll.isServing()).toBe(true);
  });

  it('leaves nothing of a demo', async () => {
    const dataDir = join(folder, 'not used');
    const demo = await LaunchedInstance.ready({
      project,
      dataDir,
      port,
      command: 'demo',
      temporaryFolder: folder,
    });
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/^jourfixe-demo-/)]);
    demo.interrupt();
    expect(await demo.ended).toBe(0);
    expect(readdirSync(folder)).toEqual([]);
  });
});

/** In one line, and disturbs nothing. */
async function refusesASecond(dataDir: string): Promise<void> {
  const second = new LaunchedInstance({ project, dataDir, port: await freePort() });
  expect(await second.ended).toBe(1);
  expect(second.output).toMatch(
    /^Jourfixe already runs on .*data \(process \d+\): stop it first, or set DATA_DIR [^\n]*\n$/,
  );
}
