import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { UnitOfWork } from '#database';
import { FileStore } from '#files';
import { Clock, DomainError } from '#kernel';
import type { Id } from '#kernel';
import { findFilesFor, findOpenMeeting } from '#meetings';
import { findByToken } from '#participation';
import { attachmentOf } from '../meetings/attachment.js';
import { isLinkOver } from './invitation-links-end.js';

/** Files of a meeting for those who have no account: by the invitation's link, or where everybody may have them. */
@Controller()
export class MeetingFilesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  @Get('/i/:token/files/:id')
  async forInvited(
    @Param('token') token: string,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const facts = await findByToken(this.unitOfWork.reader, token);
    const isOpen =
      facts !== null &&
      facts.invitation.state === 'active' &&
      !isLinkOver(facts.bundle.meeting, this.clock.now());
    if (!isOpen) throw new DomainError('meeting-file.not-found');
    await this.send(reply, { who: 'invited', meetingId: facts.bundle.meeting.id, id });
  }

  @Get(['/m/:slug/files/:id', '/en/m/:slug/files/:id'])
  async forEverybody(
    @Param('slug') slug: string,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const meeting = await findOpenMeeting(this.unitOfWork.reader, slug);
    if (meeting === null) throw new DomainError('meeting-file.not-found');
    await this.send(reply, { who: 'public', meetingId: meeting.id, id });
  }

  private async send(
    reply: FastifyReply,
    {
      who,
      meetingId,
      id,
    }: { readonly who: 'invited' | 'public'; readonly meetingId: Id; readonly id: string },
  ): Promise<void> {
    const offered = await findFilesFor(this.unitOfWork.reader, who, [meetingId]);
    const file = offered.find((one) => one.id === id);
    if (file === undefined) throw new DomainError('meeting-file.not-found');
    const { bytes } = await this.files.get(this.unitOfWork.reader, file.fileId);
    await reply
      .header('Cache-Control', 'private, no-store')
      .header('Content-Disposition', attachmentOf(file.name))
      .header('X-Content-Type-Options', 'nosniff')
      .header('X-Robots-Tag', 'noindex')
      .type(file.type)
      .send(Buffer.from(bytes));
  }
}
