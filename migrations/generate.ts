import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createDataSource, schemaDrift } from '#database';
import { schema } from './index.js';

/**
 * Writes a migration from what the entities have and the database (DATABASE_URL, migrated) has not. What it writes is
 * a draft: read it, say in one line why, and add it to `index.ts`.
 */
async function generate(url: string, name: string): Promise<string> {
  const dataSource = await createDataSource({ url, ...schema }).initialize();
  try {
    const { up, down } = await schemaDrift(dataSource);
    const stamp = Date.now();
    const className = `${name.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())}${stamp}`;
    const file = join(import.meta.dirname, '../../migrations', `${stamp}-${name}.ts`);
    await writeFile(file, migrationText(className, up, down));
    return file;
  } finally {
    await dataSource.destroy();
  }
}

function migrationText(className: string, up: readonly string[], down: readonly string[]): string {
  const statements = (queries: readonly string[]) =>
    queries.map((query) => `    await queryRunner.query(\`${query.replaceAll('`', '\\`')}\`);`).join('\n');
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

const [url, name = 'change'] = process.argv.slice(2);
if (url === undefined) throw new Error('usage: generate <database url> <name-of-the-change>');
process.stdout.write(`${await generate(url, name)}\n`);
