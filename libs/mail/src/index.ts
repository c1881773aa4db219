export { mailEntities } from './entities.js';
