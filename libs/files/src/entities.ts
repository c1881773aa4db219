import { FileUse } from './file-use.entity.js';
import { File } from './file.entity.js';

/** The tables of this lib. */
export const filesEntities = [File, FileUse];
