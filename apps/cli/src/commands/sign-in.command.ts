import { Command } from 'commander';
import { endpoints } from '#contracts';
import { accessOf } from '../access.js';
import { checkedInput } from '../checked-input.js';
import { explaining } from '../domain-refusal.js';
import { withInstance } from '../instance.js';

export const signInCommand = new Command('sign-in')
  .description('print a link that signs somebody in, once, in the next 15 minutes, in any browser')
  .argument('<address>', 'what the person signs in with')
  .action((typed: string) =>
    withInstance(async (instance) => {
      const { address } = checkedInput(endpoints.askSignIn.body, { address: typed });
      const path = await explaining(() => accessOf(instance).signIn.run(address));
      console.log(`${instance.config.publicUrl}${path}`);
    }),
  );
