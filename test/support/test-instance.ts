import type { InvitationDto, MeetingDto, MeetingInput } from '#contracts';
import type { Environment } from '#config';
import { UnitOfWork } from '#database';
import type { Reader } from '#database';
import { Temporal } from '#kernel';
import { eventually } from './eventually.js';
import { MailServer } from './mail-server.js';
import { readMail } from './received-mail.js';
import type { ReadMail } from './received-mail.js';
import { enterAsOwner, startTestApi } from './test-api.js';
import type { TestApi } from './test-api.js';
import type { TestBrowser } from './test-browser.js';
import type { TestClock } from './test-clock.js';
import { queueSettings, startTestWorker } from './test-worker.js';
import type { TestWorker } from './test-worker.js';
import { askingFor, holdersIn } from '../factories/audience.factory.js';
import { aKey } from '../factories/access.factory.js';
import { meetingBody } from '../factories/meetings.factory.js';

interface InstanceOptions {
  readonly withMail?: boolean;
  readonly settings?: Environment;
  readonly at?: Temporal.Instant;
}

/** The whole product at work: api, worker, database and a real mail server, on one clock. */
export class TestInstance {
  private worker: TestWorker | null = null;

  private constructor(
    readonly api: TestApi,
    /** Somebody with the owner's rights. */
    public owner: TestBrowser,
    readonly mailServer: MailServer,
    private readonly settings: Environment,
  ) {}

  /** `withMail: false`: no SMTP_URL; `at`: where the clock stands at first. Close it in `afterAll`. */
  static async start({ withMail = true, settings = {}, at }: InstanceOptions = {}): Promise<TestInstance> {
    const mailServer = await MailServer.start();
    const all = { ...(withMail && { SMTP_URL: mailServer.url }), ...queueSettings(), ...settings };
    const api = await startTestApi(all, at === undefined ? {} : { at });
    const { database, clock } = api;
    const worker = await startTestWorker({ database, clock, settings: all });
    const instance = new TestInstance(api, await enterAsOwner(api), mailServer, all);
    instance.worker = worker;
    return instance;
  }

  /** Lets the owner ask by a key from now on, which outlives the sessions of a test that takes years. */
  async useKey(): Promise<void> {
    const [person] = await this.rows<{ id: string }>('SELECT person_id AS id FROM login LIMIT 1');
    const key = await aKey(this.reader, person?.id ?? '');
    this.owner = this.api.browser({ authorization: `Bearer ${key}` });
  }

  get clock(): TestClock {
    return this.api.clock;
  }

  /** For factories and for looking at the tables. */
  get reader(): Reader {
    return this.api.app.get(UnitOfWork).reader;
  }

  rows<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.api.database.dataSource.query(sql, parameters);
  }

  async close(): Promise<void> {
    await this.stopWorker();
    await this.mailServer.stop();
    await this.api.close();
  }

  /** Takes the worker down, as a crash or a restart does. */
  async stopWorker(): Promise<void> {
    await this.worker?.close();
    this.worker = null;
  }

  /** One more beside it; gives what closes it. */
  async startSecondWorker(): Promise<() => Promise<void>> {
    const { database, clock } = this.api;
    const second = await startTestWorker({ database, clock, settings: this.settings });
    return () => second.close();
  }

  /** Brings a worker up again. */
  async startWorker(): Promise<void> {
    const { database, clock } = this.api;
    this.worker = await startTestWorker({ database, clock, settings: this.settings });
  }

  /** Resolves when the worker has nothing more to do at this hour; if that takes too long, says what is open. */
  async settled(): Promise<void> {
    let open: readonly object[] = [];
    // Whoever has moved the clock, or told a fact once more, need not wait until somebody looks by themselves.
    await this.rows(`SELECT pg_notify('jourfixe_due_work', ''), pg_notify('jourfixe_fact', '')`);
    const isSettled = async () => (open = await this.openWork()).length === 0;
    await eventually(isSettled).catch((error: unknown) => {
      throw new Error(`the worker has not done ${JSON.stringify(open)}`, { cause: error });
    });
  }

  /** Moves the clock there and lets the worker do what is due. */
  goTo(at: Temporal.Instant | string): Promise<void> {
    return this.later(this.clock.now().until(Temporal.Instant.from(at)));
  }

  /**
   * Lets the clock go on and the worker do what is due then. What is under way is finished before: its claim would be
   * over at once, and the work be taken for that of a worker who died, and be done twice.
   */
  async later(duration: Temporal.DurationLike): Promise<void> {
    await this.settled();
    this.clock.advance(duration);
    await this.settled();
  }

  /** Mails, facts and due work that wait for the worker. */
  private openWork(): Promise<readonly object[]> {
    return this.rows(
      `SELECT 'mail' AS what, kind, state, attempts, claimed_until FROM outgoing_mail WHERE state IN ('queued', 'sending')
        UNION ALL
       SELECT 'fact', type, 'unpublished', NULL, NULL FROM fact WHERE published_at IS NULL
        UNION ALL
       SELECT 'due work', kind, 'due', attempts, claimed_until FROM due_work WHERE due_at <= $1`,
      [this.clock.now()],
    );
  }

  /** Adds a meeting and publishes it. */
  async publish(fields: Partial<MeetingInput> & Pick<MeetingInput, 'institutionId'>): Promise<MeetingDto> {
    const made = await this.ask<MeetingDto>('POST', '/meetings', meetingBody(fields));
    return this.ask('POST', `/meetings/${made.id}/publish`, undefined, made.version);
  }

  /** Invites the holders of the office "cluster manager" in the network's clusters and waits for the mails. */
  async invite(meetingId: string, networkId: string): Promise<readonly InvitationDto[]> {
    await this.ask('POST', `/meetings/${meetingId}/invitations`, askingFor(holdersIn(networkId)));
    await this.settled();
    return this.invitations(meetingId);
  }

  async invitations(meetingId: string): Promise<readonly InvitationDto[]> {
    const page = await this.ask<{ items: InvitationDto[] }>(
      'GET',
      `/meetings/${meetingId}/invitations?limit=200`,
    );
    return page.items;
  }

  /** Answers as the invitee does, by the form of the page behind the mailed link. Returns the reply's status. */
  async answer({ link }: Pick<InvitationDto, 'link'>, answer: string, note = ''): Promise<number> {
    const { pathname } = new URL(link);
    const form = new URLSearchParams({ answer, note });
    const reply = await this.api.browser().post(pathname, form.toString(), {
      'content-type': 'application/x-www-form-urlencoded',
    });
    return reply.status;
  }

  /** Calls the api as the owner; throws for anything but success. */
  async ask<Body = unknown>(method: string, path: string, body?: unknown, version?: number): Promise<Body> {
    const headers = version === undefined ? undefined : { 'if-match': `"${version}"` };
    const reply = await this.owner.send<Body>(method, `/api/v1${path}`, { body, headers });
    if (reply.status >= 300)
      throw new Error(`${method} ${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
    return reply.body;
  }

  /** What this address got, in order, once the worker has nothing more to do. */
  async mailsTo(address: string): Promise<readonly ReadMail[]> {
    if (this.worker !== null) await this.settled();
    return Promise.all(this.mailServer.mailsTo(address).map(readMail));
  }

  async lastMailTo(address: string): Promise<ReadMail> {
    const mail = (await this.mailsTo(address)).at(-1);
    if (mail === undefined) throw new Error(`no mail to ${address}`);
    return mail;
  }
}
