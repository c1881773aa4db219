import type { Settings } from './settings.schema.js';

/** A sender or recipient as it stands in a header. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** How outgoing mail is signed (RFC 6376). */
export interface DkimConfig {
  readonly domain: string;
  readonly selector: string;
  /** PEM. */
  readonly privateKey: string;
}

/** The identity provider that hosts may sign in with. */
export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** The whole configuration of a process: parsed once before anything starts, frozen, injectable by its class. */
export abstract class Config {
  abstract readonly port: number;
  /** The address to listen on. */
  abstract readonly host: string;
  /** What people type and what links begin with: an origin, without a slash at the end. */
  abstract readonly publicUrl: string;
  /** Absolute path. */
  abstract readonly dataDir: string;
  abstract readonly databaseUrl: string;
  /** Past a transaction pooler: for LISTEN, migrations and the queue. */
  abstract readonly databaseDirectUrl: string;
  /** For reports and search only; may lag behind. */
  abstract readonly databaseReadUrl: string;
  /** None: queues live in PostgreSQL. */
  abstract readonly redisUrl: string | undefined;
  /** None: mails are kept and shown, marked not sent. */
  abstract readonly smtpUrl: string | undefined;
  abstract readonly mailFrom: Mailbox;
  /** Set exactly when `inbound` is not `off`. */
  abstract readonly replyDomain: string | undefined;
  abstract readonly inbound: Settings['INBOUND'];
  /** Newest first, at least one. */
  abstract readonly secretKeys: readonly string[];
  abstract readonly dkim: DkimConfig | undefined;
  abstract readonly oidc: OidcConfig | undefined;
  /** None: files live in PostgreSQL. */
  abstract readonly filesUrl: string | undefined;
  abstract readonly logLevel: Settings['LOG_LEVEL'];
  /** Addresses and networks beyond the public ones that requests to other servers may reach. */
  abstract readonly outboundPrivate: readonly string[];
  /** Addresses, networks or Fastify's range names whose X-Forwarded-* headers are believed. */
  abstract readonly trustedProxies: readonly string[];
}

/** What the launcher starts from: with an embedded database neither its address nor the keys are known yet. */
export type LauncherConfig = Omit<
  Config,
  'databaseUrl' | 'databaseDirectUrl' | 'databaseReadUrl' | 'secretKeys'
> & {
  readonly databaseUrl: string | undefined;
  readonly databaseDirectUrl: string | undefined;
  readonly databaseReadUrl: string | undefined;
  readonly secretKeys: readonly string[] | undefined;
};
