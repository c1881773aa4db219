import { prepare } from './setup/prepare.mjs';
import { exists, inProject, main } from './setup/project.mjs';
import { runNode } from './setup/run.mjs';

const bin = (path) => inProject('node_modules', path);

const prettierCache = ['--cache', '--cache-location', inProject('.cache/prettier')];
const tsc = [bin('typescript/bin/tsc'), '--noEmit', '--incremental'];

/** Some checks are tests, which `npm test` runs as well. */
const jest = (path) => [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  bin('jest/bin/jest.js'),
  '--silent',
  '--selectProjects=unit',
  '--testPathPatterns',
  path,
];

/** Every check is a program of ours or of npm's, run by Node 24; it passes with exit code 0. */
const CHECKS = [
  { name: 'types', args: [...tsc, '-p', 'tsconfig.json', '--tsBuildInfoFile', '.cache/tsc.tsbuildinfo'] },
  {
    name: 'types of the console',
    args: [...tsc, '-p', 'apps/console/tsconfig.json', '--tsBuildInfoFile', '.cache/tsc-console.tsbuildinfo'],
    when: () => exists('apps/console/tsconfig.json'),
  },
  { name: 'lint', args: [bin('oxlint/bin/oxlint')] },
  {
    name: 'format',
    args: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', ...prettierCache, '.'],
  },
  {
    name: 'ranks and cycles',
    args: [
      bin('dependency-cruiser/bin/dependency-cruiser.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      'apps',
      'libs',
      'migrations',
      'test',
    ],
  },
  { name: 'unused code', args: [bin('knip/bin/knip.js')] },
  { name: 'openapi up to date', args: [inProject('dist/apps/api/src/openapi/write-openapi.js'), '--check'] },
  { name: 'migrations up to date', args: [inProject('dist/migrations/generate.js'), '--check'] },
  { name: 'catalogues complete', args: jest('libs/i18n/src/catalogue-completeness') },
];

await main(async (args) => {
  await prepare({ console: false });
  const wanted = CHECKS.filter(
    ({ name, when }) => (when?.() ?? true) && (args.length === 0 || args.includes(name)),
  );
  const failed = [];
  for (const { name, args: command } of wanted) {
    const startedAt = performance.now();
    console.log(`\n── ${name}`);
    const code = await runNode(command);
    if (code !== 0) failed.push(name);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(`${code === 0 ? 'ok' : 'FAILED'} (${seconds} s)`);
  }
  console.log(failed.length === 0 ? '\nAll checks passed.' : `\nFailed: ${failed.join(', ')}.`);
  return failed.length === 0 ? 0 : 1;
});
