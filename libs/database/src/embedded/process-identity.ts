import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';

const DEAD_STATES = new Set(['Z', 'X']);
const START_TIME_FIELD = 19;

/**
 * When the process began, in a form only good for comparing, or undefined if there is none. Together with its number
 * it names a process for good, although numbers are given anew after a while and after every boot.
 */
export function processBegan(pid: number): string | undefined {
  return process.platform === 'linux' ? processBeganOnLinux(pid) : processBeganByPs(pid);
}

/** Whether the process is a PostgreSQL server or one of its backends working in that folder. */
export function listPostgresIn(dataFolder: string, suspect: number | undefined): readonly number[] {
  if (process.platform !== 'linux') return isPostgresByPs(suspect, dataFolder) ? [Number(suspect)] : [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => isPostgresOnLinux(pid, dataFolder));
}

function processBeganOnLinux(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may itself hold spaces and parentheses (proc(5)).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (DEAD_STATES.has(fields[0] ?? '')) return undefined;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[START_TIME_FIELD]}`;
  } catch {
    return undefined;
  }
}

function isPostgresOnLinux(pid: number, dataFolder: string): boolean {
  try {
    if (readlinkSync(`/proc/${pid}/cwd`) !== dataFolder) return false;
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres' && processBegan(pid) !== undefined;
  } catch {
    return false;
  }
}

function processBeganByPs(pid: number): string | undefined {
  return ps(pid, 'lstart=');
}

function isPostgresByPs(pid: number | undefined, dataFolder: string): boolean {
  return pid !== undefined && ps(pid, 'command=')?.includes(`postgres -D ${dataFolder}`) === true;
}

function ps(pid: number, column: string): string | undefined {
  const { status, stdout } = spawnSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '' ? stdout.trim() : undefined;
}
