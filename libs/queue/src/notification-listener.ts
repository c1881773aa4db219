import { Logger } from '@nestjs/common';
import { Client } from 'pg';
import type { Notification } from 'pg';

const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 5000;

/** Hears NOTIFY on a connection of its own, which is built again whenever it breaks. */
export class NotificationListener {
  private readonly logger = new Logger(NotificationListener.name);
  private readonly handlers = new Map<string, (payload: string) => void>();
  private client?: Client;
  private timer?: NodeJS.Timeout;
  private connecting?: Promise<void>;
  private delayMs = FIRST_DELAY_MS;
  private stopped = false;

  /**
   * `directUrl`: past any transaction pooler. `onConnected` runs after every connecting, the first included, once all
   * channels are heard: whatever was said before has been missed.
   */
  constructor(
    private readonly directUrl: string,
    private readonly onConnected: () => void,
  ) {}

  /** Before `start`; one handler per channel. */
  on(channel: string, handler: (payload: string) => void): this {
    this.handlers.set(channel, handler);
    return this;
  }

  /** Resolves after the first try to connect, whether or not it succeeded; it goes on trying. */
  async start(): Promise<void> {
    this.connecting = this.connect();
    await this.connecting;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.connecting;
    await this.drop();
  }

  private async connect(): Promise<void> {
    const client = new Client({
      connectionString: this.directUrl,
      application_name: 'jourfixe-listen',
      keepAlive: true,
    });
    this.client = client;
    client.on('error', (error) => this.reconnect(client, error));
    client.on('notification', (message) => this.hear(message));
    try {
      await client.connect();
      for (const channel of this.handlers.keys())
        await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
      client.on('end', () => this.reconnect(client));
      this.delayMs = FIRST_DELAY_MS;
      this.onConnected();
    } catch (error) {
      this.reconnect(client, error);
    }
  }

  private hear({ channel, payload }: Notification): void {
    this.handlers.get(channel)?.(payload ?? '');
  }

  private reconnect(broken: Client, error?: unknown): void {
    if (this.stopped || this.client !== broken) return;
    const reason = error instanceof Error ? error.message : 'the connection ended';
    this.logger.warn(`listening stopped, connecting again in ${this.delayMs} ms: ${reason}`);
    void this.drop();
    this.timer = setTimeout(() => (this.connecting = this.connect()), this.delayMs);
    this.delayMs = Math.min(this.delayMs * 2, LONGEST_DELAY_MS);
  }

  private async drop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }
}
