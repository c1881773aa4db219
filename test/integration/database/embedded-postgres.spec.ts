import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { findEmbeddedPostgres, removeThrowAwayFolder, startEmbeddedPostgres } from '#database';
import type { EmbeddedPostgres } from '#database';

describe('startEmbeddedPostgres', () => {
  let dataDir: string;
  let server: EmbeddedPostgres | undefined;
  const inCluster = (...parts: readonly string[]): string => join(dataDir, 'postgres', ...parts);

  async function start(): Promise<EmbeddedPostgres> {
    server = await startEmbeddedPostgres({ dataDir, throwAway: true });
    return server;
  }

  beforeAll(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'jourfixe embedded '));
    chmodSync(dataDir, 0o711);
  });

  afterEach(async () => {
    await server?.stop();
    server = undefined;
  });

  afterAll(() => removeThrowAwayFolder(dataDir));

  it('takes no notice of half a cluster that an interrupted set-up left', async () => {
    mkdirSync(inCluster('data.new/base'), { recursive: true });
    chmodSync(inCluster(), 0o711);
    writeFileSync(inCluster('data.new/PG_VERSION'), '18\n');
    await start();
    expect(existsSync(inCluster('data.new'))).toBe(false);
  });

  it('lets nobody in without the password', async () => {
    const { url } = await start();
    const guess = new URL(url);
    guess.password = 'jourfixe';
    await expect(new Client({ connectionString: guess.href }).connect()).rejects.toMatchObject({
      code: '28P01',
    });
    expect(statSync(inCluster('password')).mode & 0o777).toBe(0o600);
    expect(statSync(inCluster('data')).mode & 0o777).toBe(0o700);
  });

  it('keeps what was written from one start to the next', async () => {
    await execute((await start()).url, 'CREATE TABLE kept (id int)');
    await server?.stop();
    expect(await execute((await start()).url, 'SELECT * FROM kept')).toEqual([]);
  });

  it('can be found while it runs, by other commands, and not afterwards', async () => {
    expect(findEmbeddedPostgres(dataDir)).toBeUndefined();
    const { url } = await start();
    expect(findEmbeddedPostgres(dataDir)).toBe(url);
    await server?.stop();
    expect(findEmbeddedPostgres(dataDir)).toBeUndefined();
  });

  it('has one holder of a data folder at a time, even in one process', async () => {
    await start();
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(
      `Jourfixe already runs on ${dataDir} (process ${process.pid}): stop it first, or set DATA_DIR to another folder`,
    );
  });

  it('starts although the process number of its predecessor was given to somebody else', async () => {
    await start();
    const left = readFileSync(inCluster('data/postmaster.pid'), 'utf8');
    await server?.stop();
    const { uid, gid } = statSync(inCluster('data'));
    const somebody = spawn('sleep', ['60'], process.getuid?.() === 0 ? { uid, gid } : {});
    writeFileSync(inCluster('data/postmaster.pid'), left.replace(/^\d+/, String(somebody.pid)));
    try {
      await start();
    } finally {
      somebody.kill();
    }
  });

  it('refuses the data of another major version in one line', async () => {
    writeFileSync(inCluster('data/PG_VERSION'), '17\n');
    await expect(start()).rejects.toThrow(
      /^The database in .* was made by PostgreSQL 17, this is 18: [^\n]+$/,
    );
    writeFileSync(inCluster('data/PG_VERSION'), '18\n');
  });

  it('says what PostgreSQL says when it does not start', async () => {
    writeFileSync(inCluster('data/postgresql.conf'), 'shared_buffers = nonsense\n');
    await expect(start()).rejects.toThrow(/^PostgreSQL does not start: .*shared_buffers[^\n]*$/);
  });
});

async function execute(url: string, sql: string): Promise<readonly object[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<object>(sql)).rows;
  } finally {
    await client.end();
  }
}
