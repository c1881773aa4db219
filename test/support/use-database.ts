import type { DataSource } from 'typeorm';
import { UnitOfWork } from '#database';
import type { Reader, Tx } from '#database';
import { createTestDatabase } from './test-database.js';
import type { TestDatabase } from './test-database.js';

export interface UsedDatabase {
  readonly dataSource: DataSource;
  readonly reader: Reader;
  /** In a transaction of its own. */
  run<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
  /** The rows of a statement, as they lie in the tables. */
  rows(sql: string, parameters?: unknown[]): Promise<object[]>;
}

/** A migrated database for the tests of the file, emptied before each one. Call it once, outside of any test. */
export function useDatabase(): UsedDatabase {
  let database: TestDatabase;
  let work: UnitOfWork;
  beforeAll(async () => {
    database = await createTestDatabase();
    work = new UnitOfWork(database.dataSource);
  });
  beforeEach(() => database.clear());
  afterAll(() => database.drop());
  return {
    get dataSource() {
      return database.dataSource;
    },
    get reader() {
      return work.reader;
    },
    run: (change) => work.run(change),
    rows: (sql, parameters) => database.dataSource.query(sql, parameters),
  };
}
