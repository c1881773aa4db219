import { Command } from 'commander';
import { accessOf } from '../access.js';
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
  .option('--language <language>', 'de or en', 'de')
  .action((address: string, options: OwnerOptions) =>
    withInstance(async (instance) => {
      await explaining(() => accessOf(instance).addOwner.run(address.trim(), nameOf(options)));
      console.log(`${address} is an owner.`);
    }),
  );

function nameOf({ givenName, familyName, language }: OwnerOptions) {
  if (givenName === undefined || familyName === undefined) return undefined;
  return { academicTitle: null, givenName, familyName, salutation: 'none' as const, language };
}
