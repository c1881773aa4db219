export { erasures, purposes, retentions, subjects } from './declaration.js';
export type { PersonalColumn } from './declaration.js';
export { personalDataRegister } from './register.js';
