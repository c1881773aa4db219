import { mkdirSync, writeFileSync } from 'node:fs';
import { SetupError, exists, inProject } from './project.mjs';
import { runNode } from './run.mjs';
import { builtConsole, builtServer, consoleSources, consoleStampFile, serverSources } from './sources.mjs';

export function isServerBuilt() {
  const wanted = serverSources();
  const built = builtServer();
  const paths = Object.keys(wanted);
  return paths.length === Object.keys(built).length && paths.every((path) => wanted[path] === built[path]);
}

export const isConsoleBuilt = () => !hasConsole() || builtConsole() === consoleSources();

export async function buildServer() {
  if (isServerBuilt()) return;
  console.error('Building the server …');
  mkdirSync(inProject('dist'), { recursive: true });
  await step('the server', [inProject('scripts/setup/compile.mjs')]);
}

export async function buildConsole() {
  if (isConsoleBuilt()) return;
  console.error('Building the console …');
  const sources = consoleSources();
  const vite = inProject('node_modules/vite/bin/vite.js');
  const out = ['--outDir', inProject('dist/console'), '--emptyOutDir', '--logLevel', 'warn'];
  await step('the console', [vite, 'build', inProject('apps/console'), ...out]);
  writeFileSync(consoleStampFile, sources);
}

const hasConsole = () => exists('apps/console/index.html');

async function step(what, args) {
  if ((await runNode(args)) !== 0) throw new SetupError(`building ${what} failed, see above`);
}
