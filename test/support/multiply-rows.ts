import type { DataSource } from 'typeorm';

/** SQL for each column that is not as in the row that is multiplied; `n` is the number of the copy, from 2. */
type Different = Readonly<Record<string, string>>;

/**
 * Copies one row of a table until there are so many of it, in one statement: `id` is `numberedId(table, 'n')`, and
 * whatever else must differ is given. Knows no other column, so a new one needs nothing here.
 */
export async function multiplyRow(
  dataSource: DataSource,
  { table, where, until }: { readonly table: string; readonly where: string; readonly until: number },
  different: Different,
): Promise<void> {
  const columns: { name: string }[] = await dataSource.query(
    `SELECT column_name AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER' ORDER BY ordinal_position`,
    [table],
  );
  const names = columns.map(({ name }) => name);
  const values = names.map(
    (name) => different[name] ?? (name === 'id' ? numberedId(table, 'n') : `one.${name}`),
  );
  await dataSource.query(
    `INSERT INTO ${table} (${names.join(', ')})
     SELECT ${values.join(', ')} FROM ${table} AS one, generate_series(2, ${until}) AS n WHERE one.${where}`,
  );
}

/** SQL for the id that the copy of that number has. */
export function numberedId(table: string, number: string): string {
  return `md5('${table} ' || ${number})::uuid`;
}
