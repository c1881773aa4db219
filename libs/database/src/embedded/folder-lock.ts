import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processBegan } from './process-identity.js';

/** A process, named so that another one with the same number is not taken for it. */
interface Holder {
  readonly pid: number;
  readonly began: string;
}

export interface FolderLock {
  /** Gives the folder free; may be called twice. */
  release(): void;
}

const LOCK = /^lock\.(\d+)$/;

/**
 * Takes the folder for this process, or returns the number of the live process that holds it. A holder that ended, in
 * whatever way, holds nothing.
 *
 * Every holder makes a file with the next number, and only one can; files of former holders go, but never the newest.
 * So there is no moment at which a stale file is removed that another process just made its own.
 */
export function takeFolderLock(folder: string): FolderLock | { readonly heldBy: number } {
  for (;;) {
    const newest = newestGeneration(folder);
    const holder = readHolder(folder, newest);
    if (holder !== undefined && isAlive(holder)) return { heldBy: holder.pid };
    if (tryCreate(folder, newest + 1)) {
      removeBefore(folder, newest + 1);
      return { release: () => write(folder, lockFile(newest + 1), {}) };
    }
  }
}

/** The number of the live process that holds the folder. */
export function findLockHolder(folder: string): number | undefined {
  const holder = readHolder(folder, newestGeneration(folder));
  return holder !== undefined && isAlive(holder) ? holder.pid : undefined;
}

/** Whether the folder was held by a process that ended, in whatever way. */
export function hadLockHolder(folder: string): boolean {
  return newestGeneration(folder) > 0 && findLockHolder(folder) === undefined;
}

function newestGeneration(folder: string): number {
  return Math.max(0, ...generations(folder));
}

function generations(folder: string): readonly number[] {
  return readdirSync(folder).flatMap((name) => {
    const [, generation] = LOCK.exec(name) ?? [];
    return generation === undefined ? [] : [Number(generation)];
  });
}

function readHolder(folder: string, generation: number): Holder | undefined {
  try {
    const holder = JSON.parse(readFileSync(join(folder, lockFile(generation)), 'utf8')) as Partial<Holder>;
    return holder.pid === undefined || holder.began === undefined
      ? undefined
      : { pid: holder.pid, began: holder.began };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isAlive(holder: Holder): boolean {
  return processBegan(holder.pid) === holder.began;
}

function tryCreate(folder: string, generation: number): boolean {
  const draft = `lock-draft-${randomUUID()}`;
  writeFileSync(join(folder, draft), JSON.stringify({ pid: process.pid, began: processBegan(process.pid) }));
  try {
    linkSync(join(folder, draft), join(folder, lockFile(generation)));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(join(folder, draft), { force: true });
  }
}

function removeBefore(folder: string, generation: number): void {
  for (const older of generations(folder).filter((other) => other < generation)) {
    rmSync(join(folder, lockFile(older)), { force: true });
  }
}

function write(folder: string, name: string, content: object): void {
  const draft = join(folder, `lock-draft-${randomUUID()}`);
  writeFileSync(draft, JSON.stringify(content));
  renameSync(draft, join(folder, name));
}

const lockFile = (generation: number): string => `lock.${generation}`;
