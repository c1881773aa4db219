import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server';

/** A mail as it came over the wire. */
export interface ReceivedMail {
  readonly sender: string;
  readonly recipient: string;
  readonly raw: Buffer;
}

/** What the server does instead of taking a mail: refuses it, or breaks the connection after the last byte. */
type Refusal = { readonly at: 'recipient' | 'data'; readonly code: number } | 'cut';

interface MailServerOptions {
  readonly port?: number;
  /** Nobody may send without this. */
  readonly password?: string;
}

/** A real SMTP server that keeps what it gets; nothing in it is ours. */
export class MailServer {
  /** In the order in which they were accepted. */
  readonly mails: ReceivedMail[] = [];
  /** Asked for every try, which waits for what it says. */
  refuse: (recipient: string) => Refusal | null | Promise<Refusal | null> = () => null;
  private readonly sockets = new Map<number, Socket>();
  private readonly server: SMTPServer;

  private constructor({ password }: MailServerOptions) {
    this.server = new SMTPServer({
      disabledCommands: password === undefined ? ['AUTH', 'STARTTLS'] : ['STARTTLS'],
      authOptional: password === undefined,
      allowInsecureAuth: true,
      logger: false,
      onAuth: (given, _, done) =>
        given.password === password ? done(null, { user: 'jourfixe' }) : done(refusal(535)),
      onRcptTo: ({ address }, _, done) => void this.greet(address, done),
      onData: (stream, session, done) => void this.receive(stream, session, done),
    });
    // Connections that break are what some tests are about.
    this.server.on('error', () => undefined);
  }

  static async start(options: MailServerOptions = {}): Promise<MailServer> {
    const started = new MailServer(options);
    const { server } = started;
    await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
    server.server.on('connection', (socket) => started.remember(socket));
    return started;
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  mailsTo(address: string): readonly ReceivedMail[] {
    return this.mails.filter(({ recipient }) => recipient === address);
  }

  /** Cuts every connection and listens no more. */
  async stop(): Promise<void> {
    for (const socket of this.sockets.values()) socket.destroy();
    await new Promise<void>((resolve) => this.server.close(resolve));
  }

  private remember(socket: Socket): void {
    const { remotePort = 0 } = socket;
    this.sockets.set(remotePort, socket);
    socket.once('close', () => this.sockets.delete(remotePort));
  }

  private async greet(recipient: string, done: (error: Error | null) => void): Promise<void> {
    const refused = await this.refuse(recipient);
    const here = refused !== null && refused !== 'cut' && refused.at === 'recipient';
    done(here ? refusal(refused.code) : null);
  }

  private async receive(
    stream: SMTPServerDataStream,
    session: SMTPServerSession,
    done: (error: Error | null) => void,
  ): Promise<void> {
    try {
      done(await this.take(stream, session));
    } catch {
      // The connection broke before the mail was complete: there is nobody to answer.
    }
  }

  private async take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<Error | null> {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(Buffer.from(chunk));
    const { mailFrom, rcptTo } = session.envelope;
    const recipient = rcptTo.map(({ address }) => address).join(' ');
    const refused = await this.refuse(recipient);
    if (refused === 'cut') return this.cut(session);
    if (refused?.at === 'data') return refusal(refused.code);
    const sender = mailFrom === false ? '' : mailFrom.address;
    this.mails.push({ sender, recipient, raw: Buffer.concat(chunks) });
    return null;
  }

  /** The reply is never given: the socket is gone. */
  private async cut({ remotePort }: SMTPServerSession): Promise<never> {
    this.sockets.get(remotePort)?.destroy();
    return new Promise(() => undefined);
  }
}

function refusal(responseCode: number): Error {
  return Object.assign(new Error('refused by the test'), { responseCode });
}
