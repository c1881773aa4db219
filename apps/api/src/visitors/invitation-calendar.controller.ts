import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { inviteesLanguage } from './invitation-view.presenter.js';
import { sendInviteesCalendar } from './invitees-calendar.js';
import { askedOf, OpenInvitation } from './open-invitation.js';
import type { PageRequest } from './open-invitation.js';
import { PageLinks } from './page-links.js';

/** `/i/:token/meeting.ics`: the invitee's entry as a file. */
@Controller('/i/:token/meeting.ics')
export class InvitationCalendarController {
  constructor(
    private readonly links: PageLinks,
    private readonly invitations: OpenInvitation,
  ) {}

  @Get()
  async calendarFile(@Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const { token, asked } = askedOf(request);
    const facts = await this.invitations.open(request, reply);
    if (facts === null) return;
    const language = inviteesLanguage(facts, asked.lang);
    sendInviteesCalendar(reply, facts, { language, url: this.links.address(`/i/${token}`) });
  }
}
