export { searchEverything } from './search-everything.js';
export type { Found } from './search-everything.js';
