import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { MailLog } from './log/mail-log.js';
import { MAIL_OPTIONS } from './mail-options.js';
import type { MailOptions } from './mail-options.js';
import { MailRenderers } from './mail-renderers.js';
import { MailRelay } from './sending/mail.relay.js';
import { RetryMailWork } from './sending/retry-mail.work.js';
import { SendMailsJob } from './sending/send-mails.job.js';
import { SmtpGateway } from './sending/smtp.gateway.js';

/** Sends the mails that others write, and shows them. */
@Module({})
export class MailModule {
  static forRoot(options: MailOptions): DynamicModule {
    return {
      module: MailModule,
      global: true,
      imports: [DiscoveryModule],
      providers: [
        { provide: MAIL_OPTIONS, useValue: options },
        MailRenderers,
        SmtpGateway,
        MailRelay,
        SendMailsJob,
        RetryMailWork,
        MailLog,
      ],
      exports: [MailLog, SmtpGateway],
    };
  }
}
