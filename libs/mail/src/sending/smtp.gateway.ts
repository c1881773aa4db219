import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import type { Transporter } from 'nodemailer';
import type Mail from 'nodemailer/lib/mailer/index.js';
import { mailCalendarPart } from '#calendar';
import { MAIL_OPTIONS } from '../mail-options.js';
import type { MailOptions } from '../mail-options.js';
import type { RenderedMail } from '../mail-renderer.js';
import type { OutgoingMail } from '../outgoing-mail.entity.js';

// Fewer than mails under way: while one is written down as sent, the next has its connection.
const CONNECTIONS = 5;
// The row's own retries, which wait, are the ones that count; one more for a connection that has gone stale.
const SECOND_TRIES = 1;

// A 5xx to anything else (greeting, login, sender) is about the server or our account, and hits every mail alike.
const ABOUT_THE_MAIL: ReadonlySet<string> = new Set(['RCPT TO', 'DATA']);

/** What came of handing a mail over. `retry`: the server, or the way to it, may do better later. */
export type SendResult =
  | { readonly outcome: 'sent'; readonly response: string }
  | { readonly outcome: 'retry' | 'failed'; readonly response: string; readonly code: string };

/** The mail server. Pools its connections; makes MIME by nodemailer. */
@Injectable()
export class SmtpGateway implements OnApplicationShutdown {
  private readonly transport: Transporter | null;

  constructor(@Inject(MAIL_OPTIONS) private readonly options: MailOptions) {
    this.transport = options.smtpUrl === undefined ? null : openTransport(options.smtpUrl, options);
  }

  /** Whether mails leave the house at all. */
  get isOpen(): boolean {
    return this.transport !== null;
  }

  /** Hands one mail over and says what came of it; never throws for what the server or the network does. */
  async send(mail: OutgoingMail, rendered: RenderedMail): Promise<SendResult> {
    if (this.transport === null) throw new Error('there is no mail server to send by');
    try {
      const sent = await this.transport.sendMail(this.messageOf(mail, rendered));
      return { outcome: 'sent', response: String(sent.response) };
    } catch (error) {
      return refusalOf(error);
    }
  }

  /** The same on every try, so that a mail that arrives twice can be told to be one. */
  messageIdOf(mail: Pick<OutgoingMail, 'id'>): string {
    return `<${mail.id}@${this.options.from.address.split('@').at(-1) ?? 'localhost'}>`;
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }

  private messageOf(mail: OutgoingMail, rendered: RenderedMail): Mail.Options {
    const { calendar, replyTo } = rendered;
    return {
      // Copies: nodemailer writes into what it is given, and the configuration is frozen.
      from: { ...this.options.from },
      to: { name: rendered.recipientName, address: mail.address },
      ...(replyTo !== null && { replyTo: { ...replyTo } }),
      messageId: this.messageIdOf(mail),
      subject: rendered.subject,
      text: rendered.text,
      html: rendered.html,
      ...(calendar !== null && { icalEvent: mailCalendarPart(calendar.content, calendar.method) }),
      // RFC 3834, section 5.2: nobody's out-of-office shall answer us.
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply' },
      disableFileAccess: true,
      disableUrlAccess: true,
    };
  }
}

function openTransport(url: string, { dkim }: MailOptions): Transporter {
  return createTransport({
    url,
    pool: true,
    maxConnections: CONNECTIONS,
    maxRequeues: SECOND_TRIES,
    ...(dkim && {
      dkim: { domainName: dkim.domain, keySelector: dkim.selector, privateKey: dkim.privateKey },
    }),
  });
}

function refusalOf(error: unknown): SendResult {
  const { responseCode, code, command, response, message } = error as {
    responseCode?: number;
    code?: string;
    command?: string;
    response?: string;
    message?: string;
  };
  const isFinal = responseCode !== undefined && responseCode >= 500 && ABOUT_THE_MAIL.has(command ?? '');
  const outcome = isFinal ? 'failed' : 'retry';
  return { outcome, response: response ?? message ?? '', code: String(responseCode ?? code ?? 'unknown') };
}
