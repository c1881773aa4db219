import { prepare } from './setup/prepare.mjs';
import { inProject, main } from './setup/project.mjs';
import { runNode } from './setup/run.mjs';

/** What needs more than npm brings, or more than ten minutes; `npm run test:all` runs it too. */
const ONLY_WITH_ALL = new Set(['launch', 'redis', 'scale', 'screens']);
/** Run by `npm run bench`. */
const BENCHMARKS = 'bench';

/** The one test that takes the pictures of the README. */
const SCREENSHOTS = ['--selectProjects', 'screens', '-t', 'README'];
/** Projects whose tests open the console. */
const WITH_CONSOLE = ['browser', 'launch', 'redis', 'screens'];

await main(async (args) => {
  const screenshots = args.includes('--screenshots') ? SCREENSHOTS : [];
  const rest = [...args.filter((arg) => arg !== '--all' && arg !== '--screenshots'), ...screenshots];
  const selected = rest.some((arg) => /^--(select|ignore)Projects/.test(arg));
  await prepare({ console: !selected || WITH_CONSOLE.some((project) => rest.includes(project)) });
  const projects = selected ? [] : ['--selectProjects', ...(await projectsOf(args.includes('--all')))];
  const jest = inProject('node_modules/jest/bin/jest.js');
  return runNode(
    ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest, ...rest, ...projects],
    {
      env: {
        NODE_COMPILE_CACHE: inProject('.cache/node'),
        NODE_OPTIONS: withFlag('--experimental-vm-modules --disable-warning=ExperimentalWarning'),
        ...(screenshots.length > 0 && { UPDATE_SCREENSHOTS: '1' }),
      },
    },
  );
});

async function projectsOf(all) {
  const { default: config } = await import('../jest.config.js');
  return config.projects
    .map(({ displayName }) => displayName)
    .filter((name) => name !== BENCHMARKS && (all || !ONLY_WITH_ALL.has(name)));
}

function withFlag(flags) {
  return [process.env.NODE_OPTIONS, flags].filter(Boolean).join(' ');
}
