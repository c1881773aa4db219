import { prepare } from './setup/prepare.mjs';
import { inProject, main } from './setup/project.mjs';
import { runNode } from './setup/run.mjs';

await main(async (args) => {
  await prepare();
  return runNode(['--enable-source-maps', inProject('dist/apps/cli/src/main.js'), ...args], {
    tied: true,
    // Compiled code is kept from one start to the next, which saves about a quarter of the time.
    env: { NODE_COMPILE_CACHE: inProject('.cache/node') },
  });
});
