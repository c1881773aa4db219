export { accessEntities } from './entities.js';
