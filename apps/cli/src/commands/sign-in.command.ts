import { Command } from 'commander';
import { accessOf } from '../access.js';
import { explaining } from '../domain-refusal.js';
import { withInstance } from '../instance.js';

export const signInCommand = new Command('sign-in')
  .description('print a link that signs somebody in, once, in the next 15 minutes, in any browser')
  .argument('<address>', 'what the person signs in with')
  .action((address: string) =>
    withInstance(async (instance) => {
      const path = await explaining(() => accessOf(instance).signIn.run(address.trim()));
      console.log(`${instance.config.publicUrl}${path}`);
    }),
  );
