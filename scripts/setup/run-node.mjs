import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { SetupError, nodeBinary, root } from './project.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs Node 24 in the project folder and resolves with its exit code. Signals are handed on, because npm sends them
 * to this process only; with `tied`, the child also notices when this process is killed (its `disconnect` event).
 */
export function runNode(args, { env = {}, tied = false, quiet = false } = {}) {
  const output = quiet ? 'pipe' : 'inherit';
  const child = spawn(nodeBinary, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['inherit', output, output, ...(tied ? ['ipc'] : [])],
  });
  const forward = (signal) => child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, forward);
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new SetupError(`cannot run ${nodeBinary}: ${error.message}`)));
    child.once('close', (code, signal) => {
      for (const name of SIGNALS) process.off(name, forward);
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}
