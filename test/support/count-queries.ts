import type { DataSource, ObjectLiteral } from 'typeorm';

/** A statement as it was sent, with its parameters. */
export interface Statement {
  readonly query: string;
  readonly parameters: readonly unknown[];
}

/** The statements that `work` sends to the database, in their order; transactions' own ones are not among them. */
export async function statementsOf(
  dataSource: DataSource,
  work: () => Promise<unknown>,
): Promise<readonly Statement[]> {
  const statements: Statement[] = [];
  const subscriber = {
    beforeQuery: ({ query, parameters = [] }: { query: string; parameters?: unknown[] | ObjectLiteral }) => {
      if (/^(START|BEGIN|COMMIT|ROLLBACK)/.test(query)) return;
      statements.push({
        query,
        parameters: Array.isArray(parameters) ? parameters : Object.values(parameters),
      });
    },
  };
  dataSource.subscribers.push(subscriber);
  try {
    await work();
  } finally {
    dataSource.subscribers.splice(dataSource.subscribers.indexOf(subscriber), 1);
  }
  return statements;
}

/** As `statementsOf`, without the parameters. */
export async function queriesOf(dataSource: DataSource, work: () => Promise<unknown>): Promise<string[]> {
  return (await statementsOf(dataSource, work)).map(({ query }) => query);
}
