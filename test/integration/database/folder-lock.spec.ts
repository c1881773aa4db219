import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { project } from '../../support/project-copy.js';

const module = pathToFileURL(join(project, 'dist/libs/database/src/embedded/folder-lock.js')).href;

/** Reports when it is loaded, contends when told to, and holds what it got until it is killed. */
const CONTENDER = `
  const { takeFolderLock } = await import(${JSON.stringify(module)});
  const say = (text) => process.stdout.write(text + ' ');
  process.stdin.once('data', () => say('release' in takeFolderLock(process.argv[1]) ? 'holds' : 'refused'));
  say('loaded');
`;

const CONTENDERS = 6;
const ROUNDS = 3;

describe('the lock of a data folder', () => {
  let folder: string;
  let contenders: ChildProcess[] = [];

  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'jourfixe lock '))));
  afterEach(async () => {
    await killAll();
    rmSync(folder, { recursive: true });
  });

  it('goes to exactly one of those who contend for what a killed process held', async () => {
    for (let round = 1; round <= ROUNDS; round += 1) {
      contenders = await Promise.all(Array.from({ length: CONTENDERS }, load));
      const answers = await Promise.all(contenders.map(contend));
      expect(answers.toSorted()).toEqual(['holds', ...Array<string>(CONTENDERS - 1).fill('refused')]);
      expect(readdirSync(folder)).toEqual([`lock.${round}`]);
      await killAll();
    }
  });

  it('is free when its file names a process of the same number that began at another time', async () => {
    writeFileSync(
      join(folder, 'lock.7'),
      JSON.stringify({ pid: process.pid, began: 'before the last boot' }),
    );
    contenders = [await load()];
    expect(await Promise.all(contenders.map(contend))).toEqual(['holds']);
    expect(readdirSync(folder)).toEqual(['lock.8']);
  });

  async function load(): Promise<ChildProcess> {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', CONTENDER, folder]);
    await heard(child);
    return child;
  }

  async function killAll(): Promise<void> {
    await Promise.all(
      contenders.splice(0).map(async (child) => {
        const ended = once(child, 'exit');
        child.kill('SIGKILL');
        await ended;
      }),
    );
  }
});

async function contend(child: ChildProcess): Promise<string> {
  child.stdin?.write('go');
  return heard(child);
}

async function heard(child: ChildProcess): Promise<string> {
  const [chunk] = (await once(child.stdout ?? child, 'data')) as [Buffer];
  return chunk.toString().trim();
}
