import { Injectable } from '@nestjs/common';
import type { MailState } from '#contracts';
import { idPart, selectPage, toPage, UnitOfWork } from '#database';
import type { Keyset, Page, PageRequest, SqlPart } from '#database';
import { DomainError } from '#kernel';
import type { Id } from '#kernel';
import { MailRenderers } from '../mail-renderers.js';
import { OutgoingMailContent } from '../outgoing-mail-content.entity.js';
import { OutgoingMail } from '../outgoing-mail.entity.js';
import { SmtpGateway } from '../sending/smtp.gateway.js';

/** A mail with what is known of its wording: as it left, or as it would leave now. */
export interface LoggedMail {
  readonly mail: OutgoingMail;
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly calendar: string | null;
  readonly response: string | null;
}

const latestFirst: Keyset<OutgoingMail> = {
  list: 'mails',
  direction: 'desc',
  parts: [idPart('mail.id')],
};

/** What hosts see of the mails. */
@Injectable()
export class MailLog {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly renderers: MailRenderers,
    private readonly smtp: SmtpGateway,
  ) {}

  /** Those of the mails about these topics (null: all), latest first; of one topic or in one state where asked for. */
  async list(
    topics: SqlPart | null,
    query: PageRequest & { topicId?: Id | undefined; state?: MailState | undefined },
  ): Promise<Page<OutgoingMail>> {
    const mails = this.among(topics);
    if (query.topicId !== undefined) mails.andWhere('mail.topicId = :topicId', { topicId: query.topicId });
    if (query.state !== undefined) mails.andWhere('mail.state = :state', { state: query.state });
    return toPage(await selectPage(mails, latestFirst, query).getMany(), latestFirst, query);
  }

  /** Subjects of those that have been rendered. */
  async subjectsOf(mails: readonly OutgoingMail[]): Promise<ReadonlyMap<Id, string>> {
    const rows: { id: Id; subject: string }[] = await this.unitOfWork.reader.manager.query(
      `SELECT mail_id AS id, subject FROM outgoing_mail_content
        WHERE mail_id = ANY($1) AND created_at = ANY($2)`,
      [mails.map(({ id }) => id), mails.map(({ createdAt }) => createdAt)],
    );
    return new Map(rows.map(({ id, subject }) => [id, subject]));
  }

  /**
   * One of the mails about these topics (null: all); one that has not been rendered yet is rendered as it would be
   * now. Throws `mail.not-found`.
   */
  async get(topics: SqlPart | null, id: Id): Promise<LoggedMail> {
    const { reader } = this.unitOfWork;
    const mail = await this.among(topics).andWhere('mail.id = :id', { id }).getOne();
    if (mail === null) throw new DomainError('mail.not-found');
    const messageId = this.smtp.messageIdOf(mail);
    const kept = await reader.manager.findOneBy(OutgoingMailContent, {
      mailId: id,
      createdAt: mail.createdAt,
    });
    if (kept !== null) return { ...kept, mail, messageId };
    const rendered = (await this.renderers.render(reader, [mail])).get(id);
    if (rendered === undefined) throw new DomainError('mail.not-found');
    const { subject, calendar, isSecret } = rendered;
    const [text, html] = isSecret ? ['', ''] : [rendered.text, rendered.html];
    return { mail, messageId, subject, text, html, calendar: calendar?.content ?? null, response: null };
  }

  private among(topics: SqlPart | null) {
    const mails = this.unitOfWork.reader.manager.createQueryBuilder(OutgoingMail, 'mail');
    return topics === null ? mails : mails.where(`mail.topicId IN (${topics.sql})`, topics.parameters);
  }
}
