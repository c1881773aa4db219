import { Module } from '@nestjs/common';
import { ParticipationModule } from '#participation';
import { InvitationPageController } from './invitation-page.controller.js';
import { PublicPagesController } from './public-pages.controller.js';
import { PublicPages } from './public-pages.reader.js';

/** Pages for invitees and for everybody. */
@Module({
  imports: [ParticipationModule],
  controllers: [InvitationPageController, PublicPagesController],
  providers: [PublicPages],
})
export class VisitorsModule {}
