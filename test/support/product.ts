import { existsSync } from 'node:fs';
import { SetupLink } from '#access';
import { loadConfig } from '#config';
import type { Environment } from '#config';
import { createDataSource } from '#database';
import { createApi } from '../../apps/api/src/create-api.js';
import { inProduct } from '../../apps/api/src/product.js';
import { createWorker } from '../../apps/worker/src/create-worker.js';
import { schema } from '../../migrations/index.js';
import { eventually } from './eventually.js';
import { freePort } from './launched-instance.js';
import { MailServer } from './mail-server.js';
import { readMail } from './received-mail.js';
import type { ReadMail } from './received-mail.js';
import { createTestDatabase } from './test-database.js';

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
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const mailServer = await MailServer.start();
  const database = await createTestDatabase();
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
  const workersSource = await createDataSource({ url: database.url, ...schema }).initialize();
  const worker = await createWorker({ config, dataSource: workersSource });
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
    close: async () => {
      await worker.close();
      await workersSource.destroy();
      await api.close();
      await database.drop();
      await mailServer.stop();
    },
  };
}
