import { Controller } from '@nestjs/common';
import { scopeOf } from '#access';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import type { MailDetailDto, ResponseOf } from '#contracts';
import { UnitOfWork } from '#database';
import { findPeople } from '#directory';
import { DomainError } from '#kernel';
import type { Id } from '#kernel';
import { MailLog } from '#mail';
import { getMeeting } from '#meetings';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { presentMail, presentMailItem } from './mail.presenter.js';

/** The mail log. */
@Controller()
export class MailsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly log: MailLog,
  ) {}

  @Route(endpoints.listMails)
  async list(
    @CurrentActor() actor: Actor,
    @Input() { query }: InputOf<typeof endpoints.listMails>,
  ): Promise<ResponseOf<typeof endpoints.listMails>> {
    const { meetingId, ...rest } = query;
    await this.assertMayRead(actor, meetingId ?? null);
    const page = await this.log.list({ ...rest, topicId: meetingId });
    const subjects = await this.log.subjectsOf(page.items);
    const people = await findPeople(
      this.unitOfWork.reader,
      page.items.flatMap(({ personId }) => personId ?? []),
    );
    const items = page.items.map((mail) =>
      presentMailItem(mail, people.get(mail.personId ?? ''), subjects.get(mail.id) ?? null),
    );
    return { items, next: page.next };
  }

  @Route(endpoints.getMail)
  async get(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.getMail>,
  ): Promise<MailDetailDto> {
    const logged = await this.log.get(params.id);
    const { personId, topicId } = logged.mail;
    await this.assertMayRead(actor, topicId);
    const people = await findPeople(this.unitOfWork.reader, personId === null ? [] : [personId]);
    return presentMail(logged, people.get(personId ?? ''));
  }

  /** Mails about a meeting are for its hosts; all others, and all at once, for who may read everything. */
  private async assertMayRead(actor: Actor, meetingId: Id | null): Promise<void> {
    const scope = scopeOf(actor, 'mail.read');
    if (scope.everywhere) return;
    if (meetingId === null) throw new DomainError('access.denied');
    await getMeeting(this.unitOfWork.reader, scope, meetingId);
  }
}
