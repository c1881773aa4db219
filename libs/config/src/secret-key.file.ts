import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from './config.error.js';

/**
 * The instance's keys, newest first, from the file `secret-key` in the data folder (one per line); made there, readable
 * by its owner only, if it is missing. May run in two processes at once: both get the same keys.
 */
export function readOrCreateSecretKeys(dataDir: string): readonly string[] {
  const file = join(dataDir, 'secret-key');
  try {
    if (!existsSync(file)) create(dataDir, file);
    const keys = readFileSync(file, 'utf8').split(/\s+/).filter(Boolean);
    if (keys.length > 0) return keys;
  } catch (error) {
    throw new ConfigError(`DATA_DIR ${dataDir} cannot be used: ${(error as Error).message}`);
  }
  throw new ConfigError(`${file} is empty: restore it from a backup, or delete it`);
}

/** Written beside its place and then linked, so nobody reads half a key and of two only one stays. */
function create(dataDir: string, file: string): void {
  mkdirSync(dataDir, { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
