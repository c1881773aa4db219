export { EmbeddedPostgresError } from './embedded-postgres.error.js';
export { findEmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.js';
export type { EmbeddedPostgres, EmbeddedPostgresOptions } from './embedded-postgres.js';
export { createThrowAwayFolder, removeThrowAwayFolder } from './throw-away-folder.js';
