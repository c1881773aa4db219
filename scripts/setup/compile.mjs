import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { transformFile } from '@swc/core';
import { inProject } from './project.mjs';
import { builtServer, manifestFile, serverSources } from './sources.mjs';

const SCRIPT = /\.tsx?$/;

/** Compiles what changed and removes what is gone; runs on Node 24, since it loads the compiler. */
async function compile() {
  const wanted = serverSources();
  const built = builtServer();
  const [forTs, forTsx] = JSON.parse(readFileSync(inProject('.swcrc'), 'utf8'));
  for (const path of Object.keys(built).filter((known) => !(known in wanted))) remove(path);
  const changed = Object.keys(wanted).filter((path) => wanted[path] !== built[path]);
  await Promise.all(changed.map((path) => build(path, path.endsWith('.tsx') ? forTsx : forTs)));
  writeFileSync(manifestFile, JSON.stringify(wanted));
}

async function build(path, options) {
  const target = targetOf(path);
  mkdirSync(dirname(target), { recursive: true });
  if (!SCRIPT.test(path)) return copyFileSync(inProject(path), target);
  const { code, map } = await transformFile(inProject(path), { ...options, test: undefined, swcrc: false });
  writeFileSync(target, `${code}//# sourceMappingURL=${target.split('/').at(-1)}.map\n`);
  writeFileSync(`${target}.map`, map);
}

function remove(path) {
  for (const suffix of ['', '.map']) rmSync(targetOf(path) + suffix, { force: true });
}

const targetOf = (path) => inProject('dist', path.replace(SCRIPT, '.js'));

await compile();
