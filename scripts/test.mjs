import { prepare } from './setup/prepare.mjs';
import { inProject, main } from './setup/project.mjs';
import { runNode } from './setup/run.mjs';

/** Projects that need more than npm brings; `npm run test:all` runs them too. */
const ONLY_WITH_ALL = new Set(['redis', 'cluster', 'screens']);

await main(async (args) => {
  const rest = args.filter((arg) => arg !== '--all');
  const selected = rest.some((arg) => /^--(select|ignore)Projects/.test(arg));
  await prepare({ console: !selected || rest.includes('browser') });
  const projects =
    selected || args.includes('--all') ? [] : ['--selectProjects', ...(await everydayProjects())];
  const jest = inProject('node_modules/jest/bin/jest.js');
  return runNode(
    ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest, ...rest, ...projects],
    {
      env: { NODE_OPTIONS: withFlag('--experimental-vm-modules --disable-warning=ExperimentalWarning') },
    },
  );
});

async function everydayProjects() {
  const { default: config } = await import('../jest.config.js');
  return config.projects.map(({ displayName }) => displayName).filter((name) => !ONLY_WITH_ALL.has(name));
}

function withFlag(flags) {
  return [process.env.NODE_OPTIONS, flags].filter(Boolean).join(' ');
}
