export { filesEntities } from './entities.js';
export { FileStore, maxFileBytes } from './file-store.js';
export type { FileContent, FileFacts, FileOwner, NewFile } from './file-store.js';
export { FilesModule } from './files.module.js';
export { PostgresFileStore, tooLarge } from './postgres-file.store.js';
export { recogniseType } from './recognise-type.js';
export type { FileType } from './recognise-type.js';
