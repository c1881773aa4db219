import { MAILS_UNDER_WAY } from '#mail';
import { eventually } from '../../support/eventually.js';
import { MailServer } from '../../support/mail-server.js';
import { inviteMany } from '../../support/many-invited.js';
import { readMail } from '../../support/received-mail.js';
import { createTestDatabase } from '../../support/test-database.js';
import type { TestDatabase } from '../../support/test-database.js';
import { WorkerProcess } from '../../support/worker-process.js';

const PEOPLE = 200;
const KILLED_AFTER = 60;

describe('a worker that is killed in the middle of 200 mails', () => {
  let database: TestDatabase;
  let mailServer: MailServer;
  let worker: WorkerProcess;
  let sentBefore: number;
  let held = 0;
  beforeAll(async () => {
    database = await createTestDatabase();
    mailServer = await MailServer.start();
    await inviteMany(database, PEOPLE);
    // A foreign zone, so that nothing of it can show in what is sent.
    const settings = { DATABASE_URL: database.url, SMTP_URL: mailServer.url, TZ: 'America/New_York' };
    const letGo = holdMails();
    worker = WorkerProcess.start(settings);
    await eventually(() => held > 0);
    await worker.kill();
    sentBefore = mailServer.mails.length;
    letGo();
    // The half minute for which the dead worker holds its mails goes by.
    await database.dataSource.query(
      `UPDATE outgoing_mail SET claimed_until = claimed_until - interval '30 seconds'`,
    );
    worker = WorkerProcess.start(settings);
    await eventually(async () => (await unsent()).length === 0 || (await troubled()), 75).catch(
      () => undefined,
    );
    // Not the time that has passed: what is still open, and why.
    expect(await unsent()).toEqual([]);
    await worker.stop();
  }, 150_000);
  afterAll(async () => {
    await worker.kill();
    await mailServer.stop();
    await database.drop();
  });

  /** After so many, the server has all of a mail and says nothing yet; whoever sent it does not learn that it was taken. */
  const holdMails = (): (() => void) => {
    const { promise, resolve } = Promise.withResolvers<null>();
    const begun = new Set<string>();
    mailServer.refuse = (recipient) => {
      const isComplete = begun.has(recipient);
      begun.add(recipient);
      if (!isComplete || mailServer.mails.length < KILLED_AFTER) return null;
      held += 1;
      return promise;
    };
    return () => {
      mailServer.refuse = () => null;
      resolve(null);
    };
  };

  // The mails that wait when the worker starts are the first to show that it started before it was ready.
  const troubled = async () => (await unsent()).some(({ last_error }) => last_error !== null);

  const unsent = () =>
    database.dataSource.query<{ last_error: string | null }[]>(
      `SELECT state, attempts, last_error FROM outgoing_mail WHERE state <> 'sent'`,
    );

  it('was killed while mails were under way', () => {
    expect(sentBefore).toBeGreaterThanOrEqual(KILLED_AFTER);
    expect(sentBefore).toBeLessThan(PEOPLE);
  });

  it('has left nobody without the mail', () => {
    const recipients = new Set(mailServer.mails.map(({ recipient }) => recipient));
    expect(recipients.size).toBe(PEOPLE);
  });

  it('has sent no more mails twice than were under way, and those are known by their Message-ID', async () => {
    const copies = Map.groupBy(mailServer.mails, ({ recipient }) => recipient);
    const twice = [...copies.values()].filter((mails) => mails.length > 1);
    expect(twice.length).toBeGreaterThan(0);
    expect(twice.length).toBeLessThanOrEqual(MAILS_UNDER_WAY);
    for (const mails of twice) {
      const read = await Promise.all(mails.map(readMail));
      expect(mails).toHaveLength(2);
      expect(new Set(read.map(({ messageId }) => messageId)).size).toBe(1);
      expect(new Set(read.map(({ file }) => file)).size).toBe(1);
    }
  });

  it('has told the time of the meeting, not that of its own zone', async () => {
    const [mail] = mailServer.mails;
    const { calendar, text } = await readMail(mail ?? { raw: Buffer.from('') });
    expect(calendar?.event).toMatchObject({ startsAt: '2031-06-18T08:00:00Z', zone: 'Europe/Berlin' });
    expect(text).toContain('10:00');
  });
});
