export { directoryEntities } from './entities.js';
