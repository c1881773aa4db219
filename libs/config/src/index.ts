export { Config } from './config.js';
export type { DkimConfig, LauncherConfig, Mailbox, OidcConfig } from './config.js';
export { ConfigError } from './config.error.js';
export { loadConfig, loadLauncherConfig } from './load-config.js';
export type { Environment } from './load-config.js';
export { readOrCreateSecretKeys } from './secret-key.file.js';
export { settingsSchema } from './settings.schema.js';
