import { existsSync, globSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { settingsSchema } from '#config';
import { project } from '../../support/project-copy.js';
import { readDockerfile } from './dockerfile.js';
import type { Instruction } from './dockerfile.js';

const stages = readDockerfile(join(project, 'deploy/Dockerfile'));
const final = stages.at(-1)?.instructions ?? [];
const copies = stages.flatMap(({ instructions }) => instructions.filter(({ name }) => name === 'COPY'));

const read = (path: string): string => readFileSync(join(project, path), 'utf8');

function last(name: string): Instruction | undefined {
  return final.findLast((instruction) => instruction.name === name);
}

describe('deploy/Dockerfile', () => {
  it('builds on Node 24 in every stage', () => {
    expect(stages.map(({ name }) => name)).toEqual(['build', 'packages', undefined]);
    for (const { image } of stages) expect(image).toMatch(/^node:24-[a-z]+-slim$/);
  });

  it('copies only what is there', () => {
    const paths = copies.filter(({ flags }) => !('from' in flags)).flatMap(({ words }) => words.slice(0, -1));
    expect(paths).toEqual(expect.arrayContaining(['package-lock.json', 'libs', 'apps', 'migrations']));
    expect(paths.filter((path) => !existsSync(join(project, path)))).toEqual([]);
  });

  it('takes from earlier stages only the packages of production and what the build makes', () => {
    const taken = final.filter(({ flags }) => 'from' in flags);
    expect(taken.map(({ flags, words }) => [flags['from'], ...words])).toEqual([
      ['packages', '/app/node_modules', 'node_modules'],
      ['build', '/app/dist', 'dist'],
    ]);
    const runs = stages.map(({ instructions }) =>
      instructions.filter(({ name }) => name === 'RUN').map(({ words }) => words.join(' ')),
    );
    expect(runs).toEqual([
      [expect.stringMatching(/^npm ci /), 'npm run build'],
      [expect.stringMatching(/^npm ci --omit=dev /)],
      [],
    ]);
  });

  it('finds in its context what it copies', () => {
    const ignored = read('deploy/Dockerfile.dockerignore').trim().split('\n');
    const paths = copies.filter(({ flags }) => !('from' in flags)).flatMap(({ words }) => words.slice(0, -1));
    expect(ignored).toContain('.*');
    const hidden = paths.filter((path) => path.startsWith('.'));
    expect(ignored).toEqual(expect.arrayContaining(hidden.map((path) => `!${path}`)));
    expect(paths.filter((path) => ignored.includes(path))).toEqual([]);
  });

  it('runs as an ordinary user', () => {
    expect(last('USER')?.words).toEqual(['node']);
    const names = final.map(({ name }) => name);
    expect(names.slice(names.lastIndexOf('USER'))).toEqual(['USER', 'EXPOSE', 'HEALTHCHECK', 'CMD']);
  });

  it('starts the api that the build makes', () => {
    expect(last('CMD')?.words).toEqual(['node', '--enable-source-maps', 'dist/apps/api/src/main.js']);
    expect(existsSync(join(project, 'apps/api/src/main.ts'))).toBe(true);
  });

  it('asks the api for its health where the api answers', () => {
    const check = last('HEALTHCHECK')?.words.at(-1) ?? '';
    const controller = read('apps/api/src/health/health.controller.ts');
    expect(check).toContain('/health/ready`');
    expect(controller).toMatch(/@Controller\('health'\)[^]*@Get\('ready'\)/);
  });

  it('sets nothing that is no setting', () => {
    const set = final.filter(({ name }) => name === 'ENV').map(({ words }) => words[0]?.split('=')[0]);
    expect(['NODE_ENV', ...Object.keys(settingsSchema.shape)]).toEqual(expect.arrayContaining(set));
  });

  it('brings the command line', () => {
    expect(read('deploy/jourfixe')).toContain('/app/dist/apps/cli/src/main.js "$@"');
    expect(existsSync(join(project, 'apps/cli/src/main.ts'))).toBe(true);
  });
});

describe('the packages of production', () => {
  it('are all that api, worker and command line load', () => {
    const { dependencies } = JSON.parse(read('package.json')) as {
      dependencies: Readonly<Record<string, string>>;
    };
    const sources = globSync('{apps/{api,worker,cli},libs,migrations}/**/*.{ts,tsx}', { cwd: project });
    const loaded = sources
      .filter((path) => !/\.spec\.tsx?$/.test(path))
      .flatMap((path) => packagesIn(read(path)));
    expect(loaded.length).toBeGreaterThan(100);
    expect([...new Set(loaded)].filter((name) => !(name in dependencies))).toEqual([]);
  });
});

// What is imported as a type only is gone after compiling.
const IMPORT = /^(?:(?:import|export)(?! type\b)[^;]*? from|import) '([^.#'][^']*)';/gm;

function packagesIn(source: string): readonly string[] {
  return [...source.matchAll(IMPORT)]
    .map(([, specifier = '']) => specifier)
    .filter((specifier) => !isBuiltin(specifier))
    .map((specifier) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier);
}
