import { prepare } from './setup/prepare.mjs';
import { inProject, main } from './setup/project.mjs';
import { runNode } from './setup/run.mjs';

await main(async (args) => {
  await prepare({ console: false });
  return runNode([inProject('dist/migrations/generate.js'), ...args]);
});
