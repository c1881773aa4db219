import { Command } from 'commander';
import { ConfigError } from '#config';
import { EmbeddedPostgresError } from '#database';
import { CommandError } from './command.error.js';
import { apiKeyCommand } from './commands/api-key.command.js';
import { demoCommand } from './commands/demo.command.js';
import { migrateCommand } from './commands/migrate.command.js';
import { ownerCommand } from './commands/owner.command.js';
import { signInCommand } from './commands/sign-in.command.js';
import { startCommand } from './commands/start.command.js';

const program = new Command('jourfixe')
  .description('Invites people to meetings that come back, takes their answers, fills calendars.')
  .addCommand(startCommand)
  .addCommand(demoCommand)
  .addCommand(migrateCommand)
  .addCommand(ownerCommand)
  .addCommand(signInCommand)
  .addCommand(apiKeyCommand);

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = 1;
  console.error(isForOperator(error) ? error.message : error);
}

function isForOperator(error: unknown): error is Error {
  return (
    error instanceof CommandError || error instanceof ConfigError || error instanceof EmbeddedPostgresError
  );
}
