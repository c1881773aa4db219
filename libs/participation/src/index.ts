export { participationEntities } from './entities.js';
