import { ConfigError, loadConfig, loadLauncherConfig, settingsSchema } from './index.js';

const KEY = 'k'.repeat(32);
const OTHER_KEY = 'o'.repeat(40);
const REQUIRED = { DATABASE_URL: 'postgres://jourfixe@db/jourfixe', SECRET_KEY: KEY };

describe('loadConfig', () => {
  it('has a default for everything but the database and its keys', () => {
    expect(loadConfig(REQUIRED)).toEqual({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      dataDir: `${process.cwd()}/.data`,
      databaseUrl: REQUIRED.DATABASE_URL,
      databaseDirectUrl: REQUIRED.DATABASE_URL,
      databaseReadUrl: REQUIRED.DATABASE_URL,
      redisUrl: undefined,
      smtpUrl: undefined,
      mailFrom: { name: 'Jourfixe', address: 'jourfixe@localhost' },
      replyDomain: undefined,
      inbound: 'off',
      secretKeys: [KEY],
      dkim: undefined,
      oidc: undefined,
      filesUrl: undefined,
      logLevel: 'info',
      outboundPrivate: [],
      trustedProxies: [],
    });
  });

  it('takes every setting', () => {
    const config = loadConfig({
      ...REQUIRED,
      PORT: '8080',
      HOST: '0.0.0.0',
      PUBLIC_URL: 'https://meetings.example/',
      DATA_DIR: '/srv/jourfixe',
      DATABASE_DIRECT_URL: 'postgresql://jourfixe@direct/jourfixe',
      DATABASE_READ_URL: 'postgres://jourfixe@replica/jourfixe',
      REDIS_URL: 'rediss://cache:6379',
      SMTP_URL: 'smtps://mailer:pass@mail.example:465',
      MAIL_FROM: 'Jour fixe <termine@meetings.example>',
      REPLY_DOMAIN: 'reply.meetings.example',
      INBOUND: 'smtp',
      SECRET_KEY: `${OTHER_KEY}, ${KEY}`,
      DKIM_DOMAIN: 'meetings.example',
      DKIM_SELECTOR: 'mail',
      DKIM_PRIVATE_KEY: String.raw`-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----`,
      OIDC_ISSUER: 'https://login.example',
      OIDC_CLIENT_ID: 'jourfixe',
      OIDC_CLIENT_SECRET: 'hush',
      FILES_URL: 's3://key:secret@storage.example/files',
      LOG_LEVEL: 'debug',
      OUTBOUND_PRIVATE: '10.0.0.0/8, fd00::/8, 192.0.2.7',
      TRUSTED_PROXIES: 'loopback, 10.0.0.0/8, fd00::/8, 192.0.2.7',
    });
    expect(config).toEqual({
      port: 8080,
      host: '0.0.0.0',
      publicUrl: 'https://meetings.example',
      dataDir: '/srv/jourfixe',
      databaseUrl: REQUIRED.DATABASE_URL,
      databaseDirectUrl: 'postgresql://jourfixe@direct/jourfixe',
      databaseReadUrl: 'postgres://jourfixe@replica/jourfixe',
      redisUrl: 'rediss://cache:6379',
      smtpUrl: 'smtps://mailer:pass@mail.example:465',
      mailFrom: { name: 'Jour fixe', address: 'termine@meetings.example' },
      replyDomain: 'reply.meetings.example',
      inbound: 'smtp',
      secretKeys: [OTHER_KEY, KEY],
      dkim: {
        domain: 'meetings.example',
        selector: 'mail',
        privateKey: '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----',
      },
      oidc: { issuer: 'https://login.example', clientId: 'jourfixe', clientSecret: 'hush' },
      filesUrl: 's3://key:secret@storage.example/files',
      logLevel: 'debug',
      outboundPrivate: ['10.0.0.0/8', 'fd00::/8', '192.0.2.7'],
      trustedProxies: ['loopback', '10.0.0.0/8', 'fd00::/8', '192.0.2.7'],
    });
  });

  it('counts an empty variable as not set', () => {
    expect(loadConfig({ ...REQUIRED, PORT: '', SMTP_URL: ' ' })).toEqual(loadConfig(REQUIRED));
  });

  it('is frozen throughout', () => {
    const config = loadConfig(REQUIRED);
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config.secretKeys)).toBe(true);
    expect(Object.isFrozen(config.mailFrom)).toBe(true);
  });

  it.each([
    [{ PORT: 'http' }, 'PORT must be a whole number from 1 to 65535, but is "http"'],
    [{ PORT: '70000' }, 'PORT must be a whole number from 1 to 65535, but is "70000"'],
    [
      { HOST: 'not a host' },
      'HOST must be an address or a name to listen on, such as 0.0.0.0, but is "not a host"',
    ],
    [
      { PUBLIC_URL: 'meetings.example' },
      /^PUBLIC_URL must be the address people use, .* but is "meetings.example"$/,
    ],
    [
      { PUBLIC_URL: 'https://example.org/path' },
      /^PUBLIC_URL must be the address people use, without a path/,
    ],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL must be one of fatal, .*, but is "loud"$/],
    [{ MAIL_FROM: 'nobody' }, 'MAIL_FROM must be an address or "Name <address>", but is "nobody"'],
    [{ MAIL_FROM: 'x\r\nBcc: <a@b.example>' }, /^MAIL_FROM must be/],
    [{ REPLY_DOMAIN: 'reply.example' }, 'INBOUND must be smtp or imap when REPLY_DOMAIN is set'],
    [{ INBOUND: 'smtp' }, /^REPLY_DOMAIN is missing: with INBOUND=smtp/],
    [{ INBOUND: 'pigeon' }, 'INBOUND must be one of off, smtp, imap, but is "pigeon"'],
    [{ DKIM_DOMAIN: 'meetings.example' }, /^DKIM_SELECTOR is missing: DKIM_DOMAIN, .* are set together$/],
    [{ OIDC_CLIENT_ID: 'jourfixe' }, /^OIDC_ISSUER is missing/],
    [{ OUTBOUND_PRIVATE: 'loopback' }, /^OUTBOUND_PRIVATE must be a list .* but is "loopback"$/],
    [{ TRUSTED_PROXIES: '10.0.0.0/33' }, /^TRUSTED_PROXIES must be a list .* but is "10.0.0.0\/33"$/],
    [
      { FILES_URL: 'https://storage.example' },
      'FILES_URL must be an address such as s3://key:secret@host/bucket',
    ],
    [{ SECRET_KEY: 'short' }, /^SECRET_KEY must be a list of keys/],
    [{ SECRET_KEY: '' }, /^SECRET_KEY is missing, and with DATABASE_URL it must be set/],
    [{ DATABASE_URL: '' }, /^DATABASE_URL is missing/],
    [
      { DATABASE_URL: '', DATABASE_READ_URL: 'postgres://db/x' },
      'DATABASE_READ_URL needs DATABASE_URL as well',
    ],
  ])('refuses %j in one line', (wrong, message) => {
    const load = (): unknown => loadConfig({ ...REQUIRED, ...wrong });
    expect(load).toThrow(ConfigError);
    expect(load).toThrow(message);
    expect(load).toThrow(/^[^\n]+$/);
  });

  it.each(['DATABASE_URL', 'REDIS_URL', 'SMTP_URL', 'SECRET_KEY', 'FILES_URL'])(
    'never repeats %s',
    (name) => {
      expect(() => loadConfig({ ...REQUIRED, [name]: 'ftp://user:hush@host' })).toThrow(
        expect.objectContaining({ message: expect.not.stringContaining('hush') }),
      );
    },
  );
});

describe('loadLauncherConfig', () => {
  it('needs neither a database nor keys', () => {
    const config = loadLauncherConfig({});
    expect(config.databaseUrl).toBeUndefined();
    expect(config.secretKeys).toBeUndefined();
  });
});

describe('settingsSchema', () => {
  it('names its settings, so that other files can be checked against it', () => {
    expect(Object.keys(settingsSchema.shape)).toEqual(
      expect.arrayContaining(['PORT', 'DATABASE_URL', 'TRUSTED_PROXIES']),
    );
  });
});
