import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = [20, 19];
const WATCH_SHELL_MS = 500;

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The Node that runs the product and its tools, whatever the system's Node is. */
export const nodeBinary = join(
  root,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** A path below the project folder. */
export const inProject = (...parts) => join(root, ...parts);

export const exists = (...parts) => existsSync(inProject(...parts));

/** Something the operator can mend: its message is the whole output, without a stack. */
export class SetupError extends Error {}

/** Runs a script's main function and ends the process with its exit code. */
export async function main(work) {
  try {
    checkNode();
    endWithShell();
    process.exitCode = (await work(process.argv.slice(2))) ?? 0;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/** The system's Node only installs, builds and starts the right one. */
function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new SetupError(`Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.version}`);
}

/** npm runs scripts in a shell and signals only that; when it is gone, we count as told to stop. */
function endWithShell() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, WATCH_SHELL_MS);
  watch.unref();
}
