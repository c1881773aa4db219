import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

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
    process.exitCode = (await work(process.argv.slice(2))) ?? 0;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
