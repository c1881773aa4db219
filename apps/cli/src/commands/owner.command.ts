import { Command, Option } from 'commander';
import { endpoints } from '#contracts';
import { accessOf } from '../access.js';
import { checkedInput } from '../checked-input.js';
import { explaining } from '../domain-refusal.js';
import { withInstance } from '../instance.js';

interface OwnerOptions {
  readonly givenName?: string;
  readonly familyName?: string;
  readonly language: 'de' | 'en';
}

export const ownerCommand = new Command('owner')
  .description('make somebody an owner')
  .argument('<address>', 'what the person signs in with')
  .option('--given-name <name>', 'for somebody who is not in the directory yet')
  .option('--family-name <name>', 'for somebody who is not in the directory yet')
  .addOption(new Option('--language <language>', 'of the mails').choices(['de', 'en']).default('de'))
  .action((typed: string, options: OwnerOptions) => {
    const { address } = checkedInput(endpoints.askSignIn.body, { address: typed });
    const name = nameOf(options);
    return withInstance(async (instance) => {
      await explaining(() => accessOf(instance).addOwner.run(address, name));
      console.log(`${address} is an owner.`);
    });
  });

function nameOf({ givenName, familyName, language }: OwnerOptions) {
  if (givenName === undefined || familyName === undefined) return undefined;
  return checkedInput(endpoints.createPerson.body, { givenName, familyName, language });
}
