export { Route } from './route.decorator.js';
export { Input } from './input.decorator.js';
export type { InputOf } from './input.decorator.js';
export { Upload } from './upload.decorator.js';
export type { UploadedFile } from './upload.decorator.js';
export { CurrentActor } from './current-actor.decorator.js';
export { Cookies } from './cookies.js';
export { Callers } from './callers.js';
