import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findClusterFolder } from './cluster-home.js';
import { hadLockHolder, takeFolderLock } from './folder-lock.js';
import { stopOrphans } from './orphaned-server.js';

/**
 * Makes a data folder below the system's temporary one, or another, in which the database server, never root, may pass.
 * Whoever made one there for the same purpose and was killed could not remove it; such folders go first, with their
 * server.
 */
export async function createThrowAwayFolder(purpose: string, below = tmpdir()): Promise<string> {
  const prefix = `jourfixe-${purpose}-`;
  const abandoned = readdirSync(below)
    .filter((name) => name.startsWith(prefix))
    .map((name) => join(below, name))
    .filter(isAbandoned);
  for (const folder of abandoned) await removeThrowAwayFolder(folder).catch(() => undefined);
  const folder = mkdtempSync(join(below, prefix));
  chmodSync(folder, 0o711);
  return folder;
}

/** Removes the folder with its cluster, wherever that lives; does nothing while the cluster is in use. */
export async function removeThrowAwayFolder(folder: string): Promise<void> {
  const cluster = findClusterFolder(folder);
  if (cluster !== undefined) {
    if ('heldBy' in takeFolderLock(cluster)) return;
    await stopOrphans(join(cluster, 'data'), () => undefined);
    rmSync(cluster, { recursive: true, force: true });
  }
  rmSync(folder, { recursive: true, force: true });
}

/** A folder without any lock may belong to somebody who is about to take it. */
function isAbandoned(folder: string): boolean {
  try {
    const cluster = findClusterFolder(folder);
    return cluster !== undefined && existsSync(cluster) && hadLockHolder(cluster);
  } catch {
    return false;
  }
}
