import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { SetupError, nodeBinary, root } from './project.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

const WATCH_PARENT_MS = 500;

/**
 * Runs Node 24 in the project folder and resolves with its exit code. Signals are handed on, because whoever sends
 * them may know this process only. With `tied`, for what runs until it is stopped, the child also notices when this
 * process is killed (its `disconnect` event) or loses the shell that npm runs it in, which does not hand on anything.
 */
export function runNode(args, { env = {}, tied = false } = {}) {
  const child = spawn(nodeBinary, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['inherit', 'inherit', 'inherit', ...(tied ? ['ipc'] : [])],
  });
  const forward = (signal) => child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, forward);
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (!tied || process.ppid === parent) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, WATCH_PARENT_MS);
  watch.unref();
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new SetupError(`cannot run ${nodeBinary}: ${error.message}`)));
    child.once('close', (code, signal) => {
      clearInterval(watch);
      for (const name of SIGNALS) process.off(name, forward);
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}
