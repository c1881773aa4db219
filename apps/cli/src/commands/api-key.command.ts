import { Command } from 'commander';
import { accessOf } from '../access.js';
import { explaining } from '../domain-refusal.js';
import { withInstance } from '../instance.js';

const create = new Command('create')
  .description('make a key with an owner’s rights; it is shown this once')
  .argument('<name>', 'what the key is for')
  .action((name: string) =>
    withInstance(async (instance) => {
      console.log(await explaining(() => accessOf(instance).createApiKey.run(name.trim())));
    }),
  );

export const apiKeyCommand = new Command('api-key').description('keys for programs').addCommand(create);
