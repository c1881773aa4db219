import { Client, escapeIdentifier } from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource, migrate } from '#database';
import { schema } from '../../migrations/index.js';

/** A database of its own, migrated, for one test file. */
export interface TestDatabase {
  readonly url: string;
  /** Connected. */
  readonly dataSource: DataSource;
  /** Empties every table; what migrations put there goes too. */
  clear(): Promise<void>;
  /** Disconnects and drops the database. */
  drop(): Promise<void>;
}

/** Any number; one worker makes the template, the others wait for it. */
const TEMPLATE_LOCK = 7_102_027;

let made = 0;

/**
 * Copies the migrated template into a new database; takes about 50 ms, the first one of a run as long as all
 * migrations. Call it in `beforeAll` and `drop` in `afterAll`.
 */
export async function createTestDatabase(options: { poolSize?: number } = {}): Promise<TestDatabase> {
  made += 1;
  const name = `${prefix()}_${process.pid}_${made}`;
  await asAdmin(async (admin) => {
    const template = await ensureTemplate(admin);
    await create(admin, name, template);
  });
  const url = urlOf(name);
  const dataSource = await createDataSource({ url, ...schema, ...options }).initialize();
  return {
    url,
    dataSource,
    clear: () => clear(dataSource),
    drop: async () => {
      await dataSource.destroy();
      await asAdmin((admin) => admin.query(`DROP DATABASE ${escapeIdentifier(name)} WITH (FORCE)`));
    },
  };
}

/** Connects to the database once more, with a pool of its own, as another process does; the caller destroys it. */
export async function anotherSource(
  { url }: Pick<TestDatabase, 'url'>,
  options: { poolSize?: number } = {},
): Promise<DataSource> {
  return createDataSource({ url, ...schema, ...options }).initialize();
}

async function ensureTemplate(admin: Client): Promise<string> {
  const template = `${prefix()}_template`;
  await admin.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
  if (rowCount === 0) await createTemplate(admin, template);
  await admin.query('SELECT pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  return template;
}

/** A database becomes the template by its name, once it is complete. */
async function createTemplate(admin: Client, template: string): Promise<void> {
  const draft = `${template}_draft`;
  await create(admin, draft, 'template0');
  const dataSource = await createDataSource({ url: urlOf(draft), ...schema }).initialize();
  await migrate(dataSource, urlOf(draft));
  await dataSource.destroy();
  await admin.query(`ALTER DATABASE ${escapeIdentifier(draft)} RENAME TO ${escapeIdentifier(template)}`);
}

async function create(admin: Client, name: string, template: string): Promise<void> {
  const owner = escapeIdentifier(new URL(setting('TEST_OWNER_URL')).username);
  await admin.query(
    `CREATE DATABASE ${escapeIdentifier(name)} OWNER ${owner} TEMPLATE ${escapeIdentifier(template)}`,
  );
}

/**
 * Deletes instead of TRUNCATE, which makes new files for every table and index and takes twenty times as long. Tables
 * that others still refer to come again in the next round.
 */
async function clear(dataSource: DataSource): Promise<void> {
  await dataSource.query(`
    DO $$
    DECLARE
      found record;
      again boolean := true;
      rounds int := 0;
    BEGIN
      WHILE again LOOP
        again := false;
        rounds := rounds + 1;
        FOR found IN
          SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
           WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND tablename NOT IN ('schema_migration', 'migration')
        LOOP
          BEGIN
            EXECUTE format('DELETE FROM %s', found.name);
          EXCEPTION WHEN foreign_key_violation THEN
            IF rounds > 20 THEN RAISE; END IF;
            again := true;
          END;
        END LOOP;
      END LOOP;
    END $$`);
}

async function asAdmin<Result>(work: (admin: Client) => Promise<Result>): Promise<Result> {
  const admin = new Client({ connectionString: setting('TEST_ADMIN_URL') });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

function urlOf(database: string): string {
  const url = new URL(setting('TEST_OWNER_URL'));
  url.pathname = `/${database}`;
  return url.href;
}

function prefix(): string {
  return `jourfixe_test_${setting('TEST_RUN')}`;
}

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined)
    throw new Error(`${name} is not set: does the jest project have the global set-up?`);
  return value;
}
