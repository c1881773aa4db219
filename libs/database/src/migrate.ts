import { Client } from 'pg';
import type { DataSource } from 'typeorm';

/** Any number; the same in every process, so that migrations of one database run one after another. */
const MIGRATION_LOCK = 7_102_026;

/**
 * Brings the schema up to date. Holds a session-level advisory lock on a connection of its own while it works, so
 * processes that start at once wait for each other; may run twice. Returns the names of what it ran.
 */
export async function migrate(dataSource: DataSource, directUrl: string): Promise<readonly string[]> {
  const guard = new Client({ connectionString: directUrl, application_name: 'jourfixe-migrate' });
  await guard.connect();
  try {
    await guard.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const ran = await dataSource.runMigrations();
    return ran.map((migration) => migration.name);
  } finally {
    await guard.end();
  }
}
