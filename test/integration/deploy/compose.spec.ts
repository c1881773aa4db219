import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig, settingsSchema } from '#config';
import { project } from '../../support/project-copy.js';
import { readCompose } from './compose-file.js';
import type { ComposeService } from './compose-file.js';

const SECRET_KEY = 'for-tests-only-'.repeat(3);
const { services, volumes } = readCompose({ SECRET_KEY });

function service(name: string): ComposeService {
  const found = services[name];
  if (found === undefined) throw new Error(`there is no service ${name}`);
  return found;
}

describe('docker-compose.yml', () => {
  it('has a database, a queue, both processes and a mail catcher', () => {
    expect(Object.keys(services).toSorted()).toEqual(['api', 'mail', 'postgres', 'redis', 'worker']);
  });

  it('asks for SECRET_KEY by name', () => {
    expect(() => readCompose()).toThrow(/^required variable SECRET_KEY is missing a value: .*openssl rand/);
  });

  describe.each(['api', 'worker'])('%s', (name) => {
    const { environment = {}, command = [], depends_on: needed = {}, build } = service(name);

    it('gets settings that exist, with values that are right', () => {
      expect(Object.keys(settingsSchema.shape)).toEqual(expect.arrayContaining(Object.keys(environment)));
      expect(loadConfig(environment)).toMatchObject({
        databaseUrl: 'postgres://jourfixe:jourfixe@postgres:5432/jourfixe',
        redisUrl: 'redis://redis:6379',
        smtpUrl: 'smtp://mail:1025',
        publicUrl: 'http://localhost:3000',
        secretKeys: [SECRET_KEY],
        dkim: undefined,
        trustedProxies: [],
      });
    });

    it('hands on what the operator sets', () => {
      const given = {
        SECRET_KEY,
        PUBLIC_URL: 'https://treffen.example',
        SMTP_URL: 'smtps://user:word@mail.example',
        MAIL_FROM: 'Netzwerk <treffen@netz.example>',
        POSTGRES_PASSWORD: 'another',
        TRUSTED_PROXIES: '172.16.0.0/12',
        LOG_LEVEL: 'debug',
      };
      expect(loadConfig(readCompose(given).services[name]?.environment)).toMatchObject({
        publicUrl: 'https://treffen.example',
        smtpUrl: 'smtps://user:word@mail.example',
        mailFrom: { name: 'Netzwerk', address: 'treffen@netz.example' },
        databaseUrl: 'postgres://jourfixe:another@postgres:5432/jourfixe',
        trustedProxies: ['172.16.0.0/12'],
        logLevel: 'debug',
      });
    });

    it('reaches only services of the file', () => {
      const hosts = ['DATABASE_URL', 'REDIS_URL', 'SMTP_URL'].map(
        (setting) => new URL(environment[setting] ?? '').hostname,
      );
      expect(hosts).toEqual(['postgres', 'redis', 'mail']);
      expect(Object.keys(services)).toEqual(expect.arrayContaining(hosts));
    });

    it('waits for stores that can tell how they are', () => {
      expect(Object.keys(needed)).toEqual(['postgres', 'redis']);
      for (const [store, { condition }] of Object.entries(needed)) {
        expect(condition).toBe('service_healthy');
        expect(service(store).healthcheck?.test?.[0]).toBe('CMD');
      }
    });

    it('starts what the build makes, from a Dockerfile that is there', () => {
      const main = command.at(-1) ?? '';
      expect(main).toBe(`dist/apps/${name}/src/main.js`);
      expect(existsSync(join(project, main.replace(/^dist\/(.*)\.js$/, '$1.ts')))).toBe(true);
      expect(existsSync(join(project, build?.context ?? '', build?.dockerfile ?? ''))).toBe(true);
    });
  });

  it('gives both processes the same settings and the same image', () => {
    expect(service('worker').environment).toEqual(service('api').environment);
    expect(service('worker').image).toBe(service('api').image);
  });

  it('opens the api and the caught mails to this machine only', () => {
    const { port } = loadConfig(service('api').environment);
    expect(service('api').ports).toEqual([`127.0.0.1:3000:${port}`]);
    const open = Object.values(services).flatMap(({ ports = [] }) => ports);
    expect(open.filter((published) => !published.startsWith('127.0.0.1:'))).toEqual([]);
  });

  it('makes the database that the processes use, on a volume that is declared', () => {
    const { pathname, username, password } = new URL(service('api').environment?.['DATABASE_URL'] ?? '');
    expect(service('postgres').environment).toEqual({
      POSTGRES_DB: pathname.slice(1),
      POSTGRES_USER: username,
      POSTGRES_PASSWORD: password,
    });
    const named = Object.values(services).flatMap(({ volumes: mounts = [] }) =>
      mounts.map((mount) => mount.split(':')[0]),
    );
    expect(named).toEqual(Object.keys(volumes));
  });
});
