import { isIP } from 'node:net';
import { z } from 'zod';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const INBOUND = ['off', 'smtp', 'imap'] as const;

/** Names of address ranges that Fastify's `trustProxy` knows. */
const PROXY_RANGES = new Set(['loopback', 'linklocal', 'uniquelocal']);

const SECRET_KEY_LENGTH = 32;
const MAILBOX = /^(?:[^<>@"\r\n]*<[^\s<>@"]+@[^\s<>@"]+>|[^\s<>@"]+@[^\s<>@"]+)$/;
const DOMAIN = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/i;
const HOST = /^[a-z0-9.:_-]+$/i;

/** Every setting by the name of its environment variable, as text, before defaults that depend on others. */
export const settingsSchema = z
  .object({
    PORT: z
      .string()
      .regex(/^[1-9]\d{0,4}$/, 'must be a whole number from 1 to 65535')
      .transform(Number)
      .refine((port) => port <= 65_535, 'must be a whole number from 1 to 65535')
      .default(3000),
    HOST: z
      .string()
      .regex(HOST, 'must be an address or a name to listen on, such as 0.0.0.0')
      .default('127.0.0.1'),
    PUBLIC_URL: origin().optional(),
    DATA_DIR: z.string().default('./.data'),
    DATABASE_URL: url(['postgres:', 'postgresql:'], 'postgres://user:password@host/database').optional(),
    DATABASE_DIRECT_URL: url(
      ['postgres:', 'postgresql:'],
      'postgres://user:password@host/database',
    ).optional(),
    DATABASE_READ_URL: url(['postgres:', 'postgresql:'], 'postgres://user:password@host/database').optional(),
    REDIS_URL: url(['redis:', 'rediss:'], 'redis://host:6379').optional(),
    SMTP_URL: url(['smtp:', 'smtps:'], 'smtp://user:password@host:587').optional(),
    MAIL_FROM: z.string().regex(MAILBOX, 'must be an address or "Name <address>"').optional(),
    REPLY_DOMAIN: domain().optional(),
    INBOUND: z.enum(INBOUND, `must be one of ${INBOUND.join(', ')}`).default('off'),
    SECRET_KEY: z
      .string()
      .transform(toList)
      .refine(
        (keys) => keys.length > 0 && keys.every((key) => key.length >= SECRET_KEY_LENGTH),
        `must be a list of keys separated by commas, newest first, each of at least ${SECRET_KEY_LENGTH} characters`,
      )
      .optional(),
    DKIM_DOMAIN: domain().optional(),
    DKIM_SELECTOR: z
      .string()
      .regex(/^[a-z0-9._-]+$/i, 'must be a selector such as "mail"')
      .optional(),
    DKIM_PRIVATE_KEY: z
      .string()
      .transform((text) => text.replaceAll(String.raw`\n`, '\n'))
      .refine((pem) => pem.includes('PRIVATE KEY-----'), 'must be a private key in PEM form')
      .optional(),
    OIDC_ISSUER: url(['https:', 'http:'], 'https://login.example').optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    FILES_URL: url(['s3:'], 's3://key:secret@host/bucket').optional(),
    LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
    OUTBOUND_PRIVATE: z
      .string()
      .transform(toList)
      .refine(
        (networks) => networks.every(isNetwork),
        'must be a list of addresses or networks such as 10.0.0.0/8, separated by commas',
      )
      .default([]),
    TRUSTED_PROXIES: z
      .string()
      .transform(toList)
      .refine(
        (proxies) => proxies.every(isProxy),
        'must be a list of addresses or networks such as 10.0.0.0/8, separated by commas',
      )
      .default([]),
  })
  .superRefine((settings, context) => {
    const complain = (name: keyof typeof settings, message: string): void =>
      context.addIssue({ code: 'custom', path: [name], message });
    if (settings.DATABASE_URL === undefined) {
      if (settings.DATABASE_DIRECT_URL !== undefined)
        complain('DATABASE_DIRECT_URL', 'needs DATABASE_URL as well');
      if (settings.DATABASE_READ_URL !== undefined)
        complain('DATABASE_READ_URL', 'needs DATABASE_URL as well');
    } else if (settings.SECRET_KEY === undefined) {
      complain(
        'SECRET_KEY',
        'is missing, and with DATABASE_URL it must be set: 32 random characters or more, the same for every process, for instance from `openssl rand -hex 32`',
      );
    }
    if (settings.INBOUND !== 'off' && settings.REPLY_DOMAIN === undefined) {
      complain(
        'REPLY_DOMAIN',
        `is missing: with INBOUND=${settings.INBOUND} it names the domain that receives replies`,
      );
    }
    if (settings.INBOUND === 'off' && settings.REPLY_DOMAIN !== undefined) {
      complain('INBOUND', 'must be smtp or imap when REPLY_DOMAIN is set');
    }
    for (const group of [
      ['DKIM_DOMAIN', 'DKIM_SELECTOR', 'DKIM_PRIVATE_KEY'],
      ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
    ] as const) {
      const missing = group.filter((name) => settings[name] === undefined);
      const [first] = missing;
      if (first !== undefined && missing.length < group.length) {
        complain(first, `is missing: ${group.join(', ')} are set together`);
      }
    }
  });

export type Settings = z.output<typeof settingsSchema>;
export type SettingName = keyof Settings;

function url(protocols: readonly string[], example: string) {
  return z.string().refine((text) => {
    const parsed = URL.parse(text);
    return parsed !== null && protocols.includes(parsed.protocol) && parsed.hostname !== '';
  }, `must be an address such as ${example}`);
}

function origin() {
  return z
    .string()
    .transform((text) => URL.parse(text))
    .refine(
      (parsed) =>
        parsed !== null &&
        ['http:', 'https:'].includes(parsed.protocol) &&
        `${parsed.origin}/` === parsed.href,
      'must be the address people use, without a path, such as https://meetings.example',
    )
    .transform((parsed) => parsed?.origin);
}

function domain() {
  return z.string().regex(DOMAIN, 'must be a domain such as meetings.example');
}

function toList(text: string): string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function isProxy(text: string): boolean {
  return PROXY_RANGES.has(text) || isNetwork(text);
}

function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128));
}
