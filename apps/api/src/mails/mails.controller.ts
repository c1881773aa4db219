import { Controller } from '@nestjs/common';
import { scopeOf } from '#access';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import type { MailDetailDto, ResponseOf } from '#contracts';
import { UnitOfWork } from '#database';
import { findPeople, findReadablePeople } from '#directory';
import { MailLog } from '#mail';
import type { OutgoingMail } from '#mail';
import { getMeeting, reachedMeetings } from '#meetings';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { presentMail, presentMailItem } from './mail.presenter.js';

/** The mail log: mails about a meeting for its hosts, all others for who may read everything. */
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
    const scope = scopeOf(actor, 'mail.read');
    if (meetingId !== undefined) await getMeeting(this.unitOfWork.reader, scope, meetingId);
    const page = await this.log.list(reachedMeetings(scope), { ...rest, topicId: meetingId });
    const subjects = await this.log.subjectsOf(page.items);
    const around = await this.around(actor, page.items);
    const items = page.items.map((mail) =>
      presentMailItem(mail, { ...around(mail), subject: subjects.get(mail.id) ?? null }),
    );
    return { items, next: page.next };
  }

  @Route(endpoints.getMail)
  async get(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.getMail>,
  ): Promise<MailDetailDto> {
    const logged = await this.log.get(reachedMeetings(scopeOf(actor, 'mail.read')), params.id);
    const around = await this.around(actor, [logged.mail]);
    return presentMail(logged, around(logged.mail));
  }

  /** Whom each of the mails went to, and whether the actor may see where. Three queries. */
  private async around(actor: Actor, mails: readonly OutgoingMail[]) {
    const { reader } = this.unitOfWork;
    const ids = mails.flatMap(({ personId }) => personId ?? []);
    const people = await findPeople(reader, ids);
    const readable = await findReadablePeople(reader, actor, ids);
    return ({ personId }: OutgoingMail) => ({
      recipient: people.get(personId ?? ''),
      isReadable: personId === null || readable.has(personId),
    });
  }
}
