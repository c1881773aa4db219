import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { SetupError, nodeBinary, root } from './project.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program in the project folder and resolves with its exit code. Signals are handed on, because whoever sends
 * them may know this process only. `onSpawn` gets the child.
 */
export function run(command, args, { onSpawn, ...options } = {}) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
  onSpawn?.(child);
  const forward = (signal) => child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, forward);
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new SetupError(`cannot run ${command}: ${error.message}`)));
    child.once('close', (code, signal) => {
      for (const name of SIGNALS) process.off(name, forward);
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}

/** Runs Node 24. With `tied`, the child notices by its `disconnect` event when this process is killed. */
export function runNode(args, { env = {}, tied = false } = {}) {
  return run(nodeBinary, args, {
    env: { ...process.env, ...env },
    stdio: ['inherit', 'inherit', 'inherit', ...(tied ? ['ipc'] : [])],
  });
}
