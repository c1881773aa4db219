import { Command } from 'commander';
import { createThrowAwayFolder, removeThrowAwayFolder } from '#database';
import { announce } from '../announcement.js';
import { demoLinks, loadDemo } from '../demo-data.js';
import type { DemoOptions } from '../demo-data.js';
import { runInstance } from '../run-instance.js';

/** The demo has a database and keys of its own, whatever the environment says. */
const NOT_FOR_DEMO = [
  'DATABASE_URL',
  'DATABASE_DIRECT_URL',
  'DATABASE_READ_URL',
  'REDIS_URL',
  'SMTP_URL',
  'SECRET_KEY',
];

export const demoCommand = new Command('demo')
  .description('run a throw-away installation with the sample network until Ctrl-C')
  .option('--all', 'with every sample network', false)
  .action(runDemo);

async function runDemo(options: DemoOptions): Promise<void> {
  const dataDir = await createThrowAwayFolder('demo');
  const environment = {
    ...process.env,
    ...Object.fromEntries(NOT_FOR_DEMO.map((name) => [name, undefined])),
  };
  try {
    await runInstance({
      environment: { ...environment, DATA_DIR: dataDir },
      prepare: (instance) => loadDemo(instance, options),
      announce: async (instance) => {
        await announce(instance);
        for (const line of await demoLinks(instance, options)) console.log(line);
      },
    });
  } finally {
    await removeThrowAwayFolder(dataDir);
  }
}
