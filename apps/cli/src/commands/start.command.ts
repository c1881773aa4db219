import { Command } from 'commander';
import { announce } from '../announcement.js';
import { runInstance } from '../run-instance.js';

export const startCommand = new Command('start')
  .description('run everything until Ctrl-C')
  .action(() => runInstance({ environment: process.env, announce }));
