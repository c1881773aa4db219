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
  const jest = [inProject('node_modules/jest/bin/jest.js'), '--runInBand', '--selectProjects', 'bench'];
  return runNode([...flags, ...jest, ...args], { env: { NODE_OPTIONS: flags.join(' ') } });
});
