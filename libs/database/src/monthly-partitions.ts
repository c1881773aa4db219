import type { EntityManager } from 'typeorm';
import type { Temporal } from '#kernel';

const MONTHS_AHEAD = 2;

/**
 * Makes the partitions of `table` for the month of `aroundDay` and the two after it, and the DEFAULT partition that
 * catches every other row. Rows of such a month that fell into DEFAULT move over. Months are those of UTC; the
 * partitions are called `<table>_default` and `<table>_2026_01`.
 *
 * May run twice and in several processes at once: it holds an advisory lock of its own per table until the
 * transaction ends, and the DEFAULT partition exclusively while it adds a month. The manager must be one of a
 * transaction. The table comes from a migration, whose generated statement gets one line more:
 *
 *     CREATE TABLE "audit_entry" (…, CONSTRAINT "pk_audit_entry" PRIMARY KEY ("id", "at")) PARTITION BY RANGE ("at");
 *     -- and then, in the same migration: await ensureMonthlyPartitions(queryRunner.manager, 'audit_entry', today)
 *
 * which for 15 January 2026 amounts to
 *
 *     CREATE TABLE "audit_entry_default" PARTITION OF "audit_entry" DEFAULT;
 *     CREATE TABLE "audit_entry_2026_01" PARTITION OF "audit_entry"
 *       FOR VALUES FROM ('2026-01-01T00:00:00Z') TO ('2026-02-01T00:00:00Z');  -- and 2026_02, 2026_03
 *
 * Indexes declared on the table reach every partition by themselves; `DROP TABLE "audit_entry"` drops them all.
 */
export async function ensureMonthlyPartitions(
  manager: EntityManager,
  table: string,
  aroundDay: Temporal.PlainDate,
): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`partitions of ${table}`]);
  const column = await partitionColumn(manager, table);
  await manager.query(`CREATE TABLE IF NOT EXISTS "${table}_default" PARTITION OF "${table}" DEFAULT`);
  const first = aroundDay.toPlainYearMonth();
  for (let ahead = 0; ahead <= MONTHS_AHEAD; ahead += 1) {
    await ensureMonth(manager, { table, column, month: first.add({ months: ahead }) });
  }
}

/**
 * Does so for every table of the current schema that is partitioned by ranges of an instant, each in the caller's
 * transaction; returns their names.
 */
export async function ensureAllMonthlyPartitions(
  manager: EntityManager,
  aroundDay: Temporal.PlainDate,
): Promise<readonly string[]> {
  const tables: { name: string }[] = await manager.query(
    `SELECT c.relname AS name
       FROM pg_partitioned_table p
       JOIN pg_class c ON c.oid = p.partrelid
       JOIN pg_attribute a ON a.attrelid = p.partrelid AND a.attnum = p.partattrs[0]
      WHERE p.partstrat = 'r' AND p.partnatts = 1 AND a.atttypid = 'timestamptz'::regtype
        AND c.relnamespace = current_schema()::regnamespace
      ORDER BY c.relname`,
  );
  for (const { name } of tables) await ensureMonthlyPartitions(manager, name, aroundDay);
  return tables.map(({ name }) => name);
}

async function partitionColumn(manager: EntityManager, table: string): Promise<string> {
  const [found]: { name: string }[] = await manager.query(
    `SELECT a.attname AS name
       FROM pg_partitioned_table p
       JOIN pg_attribute a ON a.attrelid = p.partrelid AND a.attnum = p.partattrs[0]
      WHERE p.partrelid = to_regclass($1)`,
    [`"${table}"`],
  );
  if (found === undefined) throw new Error(`the table "${table}" is not there or not partitioned`);
  return found.name;
}

interface Month {
  readonly table: string;
  readonly column: string;
  readonly month: Temporal.PlainYearMonth;
}

async function ensureMonth(manager: EntityManager, { table, column, month }: Month): Promise<void> {
  const name = `${table}_${month.toString().replace('-', '_')}`;
  const [{ there }]: [{ there: boolean }] = await manager.query(
    'SELECT to_regclass($1) IS NOT NULL AS there',
    [`"${name}"`],
  );
  if (there) return;
  const [from, to] = [month, month.add({ months: 1 })].map((edge) => `'${edge.toString()}-01T00:00:00Z'`);
  const rows = `SELECT * FROM "${table}_default" WHERE "${column}" >= ${from} AND "${column}" < ${to}`;
  await manager.query(`LOCK TABLE "${table}_default" IN ACCESS EXCLUSIVE MODE`);
  await manager.query(`CREATE TABLE "${name}" (LIKE "${table}" INCLUDING ALL)`);
  await manager.query(`INSERT INTO "${name}" ${rows}`);
  await manager.query(rows.replace('SELECT *', 'DELETE'));
  await manager.query(
    `ALTER TABLE "${table}" ATTACH PARTITION "${name}" FOR VALUES FROM (${from}) TO (${to})`,
  );
}
