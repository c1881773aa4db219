import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createDataSource,
  createThrowAwayFolder,
  migrate,
  removeThrowAwayFolder,
  schemaDrift,
  startEmbeddedPostgres,
} from '#database';
import { schema } from './index.js';

type Drift = Awaited<ReturnType<typeof schemaDrift>>;

/**
 * Compares what the entities have with what all migrations make of an empty database, and writes the difference as a
 * migration. What it writes is a draft: read it, say in one line why, and add it to `index.ts`. With `--check` it only
 * says whether there is a difference.
 */
async function main([name]: readonly string[]): Promise<void> {
  const drift = await findDrift();
  if (name === '--check') {
    for (const statement of drift.up) process.stderr.write(`missing in the migrations: ${statement}\n`);
    process.exitCode = drift.up.length === 0 ? 0 : 1;
  } else if (name === undefined || !/^[a-z0-9-]+$/.test(name)) {
    throw new Error('usage: npm run migration <name-of-the-change>');
  } else {
    process.stdout.write(`${await write(name, drift)}\n`);
  }
}

async function findDrift(): Promise<Drift> {
  const dataDir = await createThrowAwayFolder('migration');
  const server = await startEmbeddedPostgres({ dataDir, throwAway: true });
  try {
    const dataSource = await createDataSource({ url: server.url, ...schema }).initialize();
    await migrate(dataSource, server.url);
    const drift = await schemaDrift(dataSource);
    await dataSource.destroy();
    return drift;
  } finally {
    await server.stop();
    await removeThrowAwayFolder(dataDir);
  }
}

async function write(name: string, { up, down }: Drift): Promise<string> {
  const stamp = Date.now();
  const className = `${name.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())}${stamp}`;
  const file = join(import.meta.dirname, '../../migrations', `${stamp}-${name}.ts`);
  await writeFile(file, migrationText(className, up, down));
  return file;
}

function migrationText(className: string, up: readonly string[], down: readonly string[]): string {
  return `import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why. */
export class ${className} implements MigrationInterface {
  name = '${className}';

  async up(queryRunner: QueryRunner): Promise<void> {
${statements(up)}
  }

  async down(queryRunner: QueryRunner): Promise<void> {
${statements(down)}
  }
}
`;
}

function statements(queries: readonly string[]): string {
  return queries
    .map((query) => `    await queryRunner.query(\`${query.replaceAll('`', '\\`')}\`);`)
    .join('\n');
}

await main(process.argv.slice(2));
