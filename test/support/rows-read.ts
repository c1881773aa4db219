import type { DataSource } from 'typeorm';
import type { Statement } from './count-queries.js';

interface PlanNode {
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly PlanNode[];
}

interface Explained {
  readonly 'QUERY PLAN': readonly { readonly Plan: PlanNode }[];
}

/**
 * How many rows of tables PostgreSQL looks at for the statement, those that a filter throws away included: what grows
 * with the table when no index serves it. Where one does, it is used even for a table so small that reading all of it
 * is as quick. Runs the statement.
 */
export async function rowsRead(dataSource: DataSource, { query, parameters }: Statement): Promise<number> {
  const [explained] = await dataSource.transaction(async (manager) => {
    await manager.query('SET LOCAL enable_seqscan = off');
    return manager.query<Explained[]>(`EXPLAIN (ANALYZE, FORMAT JSON) ${query}`, [...parameters]);
  });
  return explained === undefined ? 0 : explained['QUERY PLAN'].reduce((sum, { Plan }) => sum + read(Plan), 0);
}

function read(node: PlanNode): number {
  const beneath = (node.Plans ?? []).reduce((sum, plan) => sum + read(plan), 0);
  if (node['Relation Name'] === undefined) return beneath;
  const { 'Rows Removed by Filter': filtered = 0, 'Rows Removed by Index Recheck': rechecked = 0 } = node;
  return beneath + (node['Actual Rows'] + filtered + rechecked) * node['Actual Loops'];
}
