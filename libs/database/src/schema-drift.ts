import type { DataSource } from 'typeorm';

/**
 * The statements that would make the database as the entities say: empty when the migrations are complete. Hand-made
 * indexes are declared on the entities with `synchronize: false` and stay out of it.
 */
export async function schemaDrift(
  dataSource: DataSource,
): Promise<{ readonly up: readonly string[]; readonly down: readonly string[] }> {
  const { upQueries, downQueries } = await dataSource.driver.createSchemaBuilder().log();
  return {
    up: upQueries.map(({ query }) => query),
    down: downQueries.map(({ query }) => query).toReversed(),
  };
}
