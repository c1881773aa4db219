import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { inProject, root } from './project.mjs';

const SERVER_FOLDERS = ['libs', 'apps/api', 'apps/worker', 'apps/cli', 'migrations'];
const CONSOLE_FOLDERS = ['apps/console', 'libs/contracts', 'libs/i18n', 'libs/kernel'];
const SKIPPED = /(^|\/)(node_modules|[^/]+\.spec\.tsx?|tsconfig\.json|\.[^/]*)$/;

export const manifestFile = inProject('dist/.manifest.json');
export const consoleStampFile = inProject('dist/.console-stamp');

/** What dist must be made from: path → hash of the content and of what compiles it. */
export function serverSources() {
  const compiler = hash(readText('.swcrc') + readText('node_modules/@swc/core/package.json'));
  return Object.fromEntries(
    filesBelow(SERVER_FOLDERS).map((path) => [path, hash(compiler + readText(path))]),
  );
}

/** One hash over everything the console is built from. */
export function consoleSources() {
  const files = [...filesBelow(CONSOLE_FOLDERS), 'package-lock.json'];
  return hash(files.map((path) => `${path} ${hash(readText(path))}`).join('\n'));
}

/** What dist was made from, as far as the last build came. */
export function builtServer() {
  return existsSync(manifestFile) ? JSON.parse(readFileSync(manifestFile, 'utf8')) : {};
}

export function builtConsole() {
  return existsSync(consoleStampFile) ? readFileSync(consoleStampFile, 'utf8') : undefined;
}

function filesBelow(folders) {
  return folders
    .filter((folder) => existsSync(inProject(folder)))
    .flatMap((folder) => listFiles(inProject(folder)))
    .map((path) => relative(root, path).split(sep).join('/'))
    .toSorted();
}

function listFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (SKIPPED.test(path.split(sep).join('/'))) return [];
    return entry.isDirectory() ? listFiles(path) : [path];
  });
}

const readText = (path) => readFileSync(inProject(path), 'latin1');

const hash = (text) => createHash('sha256').update(text, 'latin1').digest('base64url');
