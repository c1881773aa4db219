import { Command } from 'commander';
import { withInstance } from '../instance.js';

export const migrateCommand = new Command('migrate')
  .description('bring the database up to date without starting anything')
  .action(() => withInstance(async () => console.log('The database is up to date.')));
