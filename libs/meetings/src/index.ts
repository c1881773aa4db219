export { meetingsEntities } from './entities.js';
