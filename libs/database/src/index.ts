export { createDataSource } from './data-source.js';
export { DatabaseModule } from './database.module.js';
export { schemaDrift } from './schema-drift.js';
export { erasures, personalDataRegister, purposes, retentions, subjects } from './personal-data/index.js';
export type { PersonalColumn } from './personal-data/index.js';
export { migrate } from './migrate.js';
export { UnitOfWork } from './unit-of-work.js';
export type { Reader, Tx } from './unit-of-work.js';
export { isForeignKeyViolation, isUniqueViolation, violatedConstraint } from './sql-state.js';
export { InstantColumn, WallClockColumn, DayColumn } from './columns.js';
export { insertRows, insertStatement } from './insert-rows.js';
export { ensureAllMonthlyPartitions, ensureMonthlyPartitions } from './monthly-partitions.js';
export { idPart } from './keyset.js';
export type { KeyKind, KeyPart, Keyset, KeyValue } from './keyset.js';
export { searchWords } from './word-search.js';
export type { WordSearch } from './word-search.js';
export { everyItem } from './every-item.js';
export { mapPage, selectPage, toPage } from './keyset-page.js';
export type { Page, PageRequest } from './keyset-page.js';
export {
  createThrowAwayFolder,
  EmbeddedPostgresError,
  findEmbeddedPostgres,
  removeThrowAwayFolder,
  startEmbeddedPostgres,
} from './embedded/index.js';
export type { EmbeddedPostgres, EmbeddedPostgresOptions } from './embedded/index.js';
export { CalmClient } from './calm-client.js';
export type { SqlPart } from './sql-part.js';
export { together } from './together.js';
