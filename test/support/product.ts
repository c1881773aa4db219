import { existsSync } from 'node:fs';
import { SetupLink } from '#access';
import { loadConfig } from '#config';
import type { Environment } from '#config';
import { createApi } from '../../apps/api/src/create-api.js';
import { inProduct } from '../../apps/api/src/product.js';
import { createWorker } from '../../apps/worker/src/create-worker.js';
import { eventually } from './eventually.js';
import { freePort } from './launched-instance.js';
import { MailServer } from './mail-server.js';
import { readMail } from './received-mail.js';
import type { ReadMail } from './received-mail.js';
import { anotherSource, createTestDatabase } from './test-database.js';

/** The product as people meet it: api with the built console, worker, database and mail server, on the real clock. */
export interface Product {
  readonly url: string;
  readonly mailServer: MailServer;
  /** The one-time link that the terminal shows at the first start. */
  setupLink(): Promise<string>;
  /** Waits for the next mail to the address, after `known` earlier ones. */
  mailTo(address: string, known?: number): Promise<ReadMail>;
  rows<Row>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** Starts it on a free port with queues where the settings say; `close` in `afterAll`. */
export async function startProduct(settings: Environment = {}): Promise<Product> {
  if (!existsSync(inProduct('dist/console/index.html'))) {
    throw new Error('the console is not built: run `npm run build`');
  }
  const started: (() => Promise<unknown>)[] = [];
  // What was started last uses what was started before it.
  const close = async () => {
    for (const stop of started.splice(0).toReversed()) await stop();
  };
  try {
    return { ...(await start(settings, started)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function start(
  settings: Environment,
  started: (() => Promise<unknown>)[],
): Promise<Omit<Product, 'close'>> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const mailServer = await MailServer.start();
  started.push(() => mailServer.stop());
  const database = await createTestDatabase();
  started.push(() => database.drop());
  const config = loadConfig({
    SECRET_KEY: 'for tests only '.repeat(3).trim(),
    LOG_LEVEL: 'silent',
    DATABASE_URL: database.url,
    PORT: String(port),
    PUBLIC_URL: url,
    SMTP_URL: mailServer.url,
    MAIL_FROM: 'Jourfixe <treffen@netz.example>',
    ...settings,
  });
  const terminal = { print: () => undefined };
  const api = await createApi({ config, dataSource: database.dataSource, terminal });
  started.push(() => api.close());
  const workersSource = await anotherSource(database);
  started.push(() => workersSource.destroy());
  const worker = await createWorker({ config, dataSource: workersSource });
  started.push(() => worker.close());
  await api.getHttpAdapter().getInstance().listen({ port, host: '127.0.0.1' });
  return {
    url,
    mailServer,
    setupLink: async () => `${url}${(await api.get(SetupLink).find()) ?? ''}`,
    mailTo: async (address, known = 0) => {
      await eventually(() => mailServer.mailsTo(address).length > known);
      const mail = mailServer.mailsTo(address)[known];
      if (mail === undefined) throw new Error(`no mail to ${address}`);
      return readMail(mail);
    },
    rows: (sql, parameters) => database.dataSource.query(sql, parameters),
  };
}
