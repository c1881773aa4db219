import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from './config.error.js';

/**
 * The instance's keys, newest first, from the file `secret-key` in the data folder (one per line); made there, readable
 * by its owner only, if it is missing. May run in two processes at once: both get the same keys.
 */
export function readOrCreateSecretKeys(dataDir: string): readonly string[] {
  const file = join(dataDir, 'secret-key');
  create(dataDir, file);
  const keys = readFileSync(file, 'utf8').split(/\s+/).filter(Boolean);
  if (keys.length === 0) throw new ConfigError(`${file} is empty: restore it from a backup, or delete it`);
  return keys;
}

function create(dataDir: string, file: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    if (!existsSync(file))
      writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (existsSync(file)) return;
    throw new ConfigError(`DATA_DIR ${dataDir} cannot be written: ${(error as Error).message}`);
  }
}
