export { createDataSource } from './data-source.js';
export { DatabaseModule } from './database.module.js';
export { migrate } from './migrate.js';
export { UnitOfWork } from './unit-of-work.js';
export type { Reader, Tx } from './unit-of-work.js';
export { isUniqueViolation, isExclusionViolation, SqlState } from './sql-state.js';
export { InstantColumn, WallClockColumn, DayColumn } from './columns.js';
export { insertRows } from './insert-rows.js';
export { ensureAllMonthlyPartitions, ensureMonthlyPartitions } from './monthly-partitions.js';
