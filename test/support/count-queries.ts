import type { DataSource } from 'typeorm';

/** The statements that `work` sends to the database, in their order; transactions' own ones are not among them. */
export async function queriesOf(dataSource: DataSource, work: () => Promise<unknown>): Promise<string[]> {
  const queries: string[] = [];
  const subscriber = {
    beforeQuery: ({ query }: { query: string }) => {
      if (!/^(START|BEGIN|COMMIT|ROLLBACK)/.test(query)) queries.push(query);
    },
  };
  dataSource.subscribers.push(subscriber);
  try {
    await work();
  } finally {
    dataSource.subscribers.splice(dataSource.subscribers.indexOf(subscriber), 1);
  }
  return queries;
}
