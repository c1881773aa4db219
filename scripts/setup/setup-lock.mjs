import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { inProject } from './project.mjs';

const file = inProject('.cache/setup.lock');

/** Nothing takes that long; a process of the same number may be somebody else by then. */
const STALE_MS = 15 * 60_000;

/** Lets two commands started at once install and build one after the other. */
export async function withSetupLock(work) {
  mkdirSync(inProject('.cache'), { recursive: true });
  for (let attempt = 1; !tryLock(); attempt += 1) {
    if (attempt === 5) console.error('Another command is installing or building; waiting for it …');
    await sleep(200);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Counts a child among the holders, who may outlive this process if that is killed. */
export function shareSetupLock(child) {
  writeFileSync(file, `${process.pid} ${child.pid}`);
}

function tryLock() {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isHeld()) rmSync(file, { force: true });
    return false;
  }
}

function isHeld() {
  try {
    if (Date.now() - statSync(file).mtimeMs > STALE_MS) return false;
    return readFileSync(file, 'utf8').split(' ').map(Number).some(isAlive);
  } catch {
    return false;
  }
}

function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
