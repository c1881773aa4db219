import { resolve } from 'node:path';
import { Config } from './config.js';
import type { DkimConfig, LauncherConfig, Mailbox, OidcConfig } from './config.js';
import { ConfigError } from './config.error.js';
import { settingsSchema } from './settings.schema.js';
import type { SettingName, Settings } from './settings.schema.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Settings whose value may hold a password and is never repeated in a message. */
const SECRETS: ReadonlySet<string> = new Set<SettingName>([
  'DATABASE_URL',
  'DATABASE_DIRECT_URL',
  'DATABASE_READ_URL',
  'REDIS_URL',
  'SMTP_URL',
  'SECRET_KEY',
  'DKIM_PRIVATE_KEY',
  'OIDC_CLIENT_SECRET',
  'FILES_URL',
]);

/**
 * Parses the environment of a process that works (api, worker): a database and keys are there. Empty variables count
 * as not set. Throws a ConfigError naming the first wrong one.
 */
export function loadConfig(env: Environment = process.env): Config {
  const config = loadLauncherConfig(env);
  const { databaseUrl, secretKeys } = config;
  if (databaseUrl === undefined) {
    throw new ConfigError(
      'DATABASE_URL is missing: set it, or start with `npm start`, which brings a database',
    );
  }
  if (secretKeys === undefined) throw new ConfigError('SECRET_KEY is missing');
  return freeze({
    ...config,
    databaseUrl,
    secretKeys,
    databaseDirectUrl: config.databaseDirectUrl ?? databaseUrl,
    databaseReadUrl: config.databaseReadUrl ?? databaseUrl,
  });
}

/** Parses the environment of the launcher, which supplies database and keys itself where there are none. */
export function loadLauncherConfig(env: Environment = process.env): LauncherConfig {
  const settings = parse(env);
  const publicUrl = settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`;
  return freeze({
    port: settings.PORT,
    host: settings.HOST,
    publicUrl,
    dataDir: resolve(settings.DATA_DIR),
    databaseUrl: settings.DATABASE_URL,
    databaseDirectUrl: settings.DATABASE_DIRECT_URL,
    databaseReadUrl: settings.DATABASE_READ_URL,
    redisUrl: settings.REDIS_URL,
    smtpUrl: settings.SMTP_URL,
    mailFrom: toMailbox(settings.MAIL_FROM ?? `Jourfixe <jourfixe@${new URL(publicUrl).hostname}>`),
    replyDomain: settings.REPLY_DOMAIN,
    inbound: settings.INBOUND,
    secretKeys: settings.SECRET_KEY,
    dkim: toDkim(settings),
    oidc: toOidc(settings),
    filesUrl: settings.FILES_URL,
    logLevel: settings.LOG_LEVEL,
    outboundPrivate: settings.OUTBOUND_PRIVATE,
    trustedProxies: settings.TRUSTED_PROXIES,
  });
}

function parse(env: Environment): Settings {
  const given = Object.keys(settingsSchema.shape)
    .map((name) => [name, env[name]?.trim()] as const)
    .filter(([, value]) => value !== undefined && value !== '');
  const result = settingsSchema.safeParse(Object.fromEntries(given));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const name = String(issue?.path[0]);
  const value = env[name]?.trim() ?? '';
  const shown = value === '' || SECRETS.has(name) ? '' : `, but is ${JSON.stringify(value)}`;
  throw new ConfigError(`${name} ${issue?.message}${shown}`);
}

function toMailbox(text: string): Mailbox {
  const [, name, bracketed] = /^([^<]*)<([^>]+)>$/.exec(text) ?? [];
  return { name: name?.trim() ?? '', address: bracketed ?? text };
}

function toDkim(settings: Settings): DkimConfig | undefined {
  const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_PRIVATE_KEY: privateKey } = settings;
  if (domain === undefined || selector === undefined || privateKey === undefined) return undefined;
  return { domain, selector, privateKey };
}

function toOidc(settings: Settings): OidcConfig | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = settings;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return undefined;
  return { issuer, clientId, clientSecret };
}

function freeze<Value extends object>(value: Value): Value {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) freeze(part);
  return Object.freeze(value);
}
