import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { renderMeetingFile } from '#calendar';
import { Config } from '#config';
import { calendarMeetingOf } from '#meetings';
import { inviteesLanguage } from './invitation-view.presenter.js';
import { askedOf, OpenInvitation } from './open-invitation.js';
import type { PageRequest } from './open-invitation.js';
import { sendCalendarFile } from './send-page.js';

/** `/i/:token/meeting.ics`: the invitee's entry as a file. */
@Controller('/i/:token/meeting.ics')
export class InvitationCalendarController {
  constructor(
    private readonly config: Config,
    private readonly invitations: OpenInvitation,
  ) {}

  @Get()
  async calendarFile(@Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const { token, asked } = askedOf(request);
    const facts = await this.invitations.open(request, reply);
    if (facts === null) return;
    const { meeting } = facts.bundle;
    const entry = calendarMeetingOf(facts.bundle, {
      language: inviteesLanguage(facts, asked.lang),
      sequence: facts.invitation.sequence,
      status: meeting.state === 'cancelled' ? 'cancelled' : 'confirmed',
      changedAt: meeting.changedAt,
      url: `${this.config.publicUrl}/i/${token}`,
      forInvitee: true,
    });
    sendCalendarFile(reply, renderMeetingFile(entry), meeting.slug);
  }
}
