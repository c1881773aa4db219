import { eventually } from './eventually.js';
import type { TestDatabase } from './test-database.js';

/** Any number. */
const LOCK = 7_102_028;

export interface HeldBack {
  /** Returns once somebody stands still; throws after a minute. */
  untilReached(): Promise<void>;
  /** Ends what the processes had begun, and lets everybody through from now on. */
  letGo(): Promise<void>;
}

/**
 * Holds back whoever inserts into the table: the rows are written, and nothing is committed. `when` is a condition in
 * SQL, asked after each statement; without it everybody is held back.
 */
export async function holdBack(
  { dataSource }: Pick<TestDatabase, 'dataSource'>,
  table: string,
  when = 'true',
): Promise<HeldBack> {
  const holder = dataSource.createQueryRunner();
  await holder.query('SELECT pg_advisory_lock($1)', [LOCK]);
  await holder.query(`
    CREATE FUNCTION hold_back() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF ${when} THEN PERFORM pg_advisory_xact_lock(${LOCK}); END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER hold_back AFTER INSERT ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION hold_back();`);
  const waiting = async (): Promise<boolean> => {
    const rows: object[] = await dataSource.query(
      `SELECT pid FROM pg_locks
        WHERE locktype = 'advisory' AND objid = $1 AND NOT granted
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      [LOCK],
    );
    return rows.length > 0;
  };
  return {
    untilReached: () => eventually(waiting, 60),
    letGo: async () => {
      await dataSource.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name LIKE 'jourfixe-%' AND pid <> pg_backend_pid()`);
      await dataSource.query(`DROP TRIGGER hold_back ON ${table}; DROP FUNCTION hold_back()`);
      await holder.query('SELECT pg_advisory_unlock($1)', [LOCK]);
      await holder.release();
    },
  };
}
