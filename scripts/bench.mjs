import { prepare } from './setup/prepare.mjs';
import { inProject, main } from './setup/project.mjs';
import { runNode } from './setup/run.mjs';

await main(async (args) => {
  await prepare();
  const { default: config } = await import('../jest.config.js');
  if (!config.projects.some(({ displayName }) => displayName === 'bench')) {
    console.log('There are no benchmarks yet.');
    return 0;
  }
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  // What is asked for stands first: --selectProjects takes every word that follows it.
  const jest = [
    inProject('node_modules/jest/bin/jest.js'),
    '--runInBand',
    ...args,
    '--selectProjects',
    'bench',
  ];
  return runNode([...flags, ...jest], { env: { NODE_OPTIONS: flags.join(' ') } });
});
