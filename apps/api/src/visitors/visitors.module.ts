import { Module } from '@nestjs/common';
import { ParticipationModule } from '#participation';
import { PollsModule } from '#polls';
import { SeriesModule } from '#series';
import { CertificateController } from './certificate.controller.js';
import { DoorPageController } from './door-page.controller.js';
import { ConfirmPageController } from './confirm-page.controller.js';
import { ColleaguesPageController } from './colleagues-page.controller.js';
import { HostPageController } from './host-page.controller.js';
import { InvitationCalendarController } from './invitation-calendar.controller.js';
import { InvitationPageController } from './invitation-page.controller.js';
import { InvitationViews } from './invitation-views.js';
import { MeetingFilesController } from './meeting-files.controller.js';
import { MeetingPages } from './meeting-page.reader.js';
import { OpenRegistrationController } from './open-registration.controller.js';
import { PageLinks } from './page-links.js';
import { PollPageController } from './poll-page.controller.js';
import { PublicPagesController } from './public-pages.controller.js';
import { PublicPages } from './public-pages.reader.js';
import { RegistrationPageController } from './registration-page.controller.js';
import { SeriesPageController } from './series-page.controller.js';
import { OpenInvitation } from './open-invitation.js';
import { SubstitutePageController } from './substitute-page.controller.js';
import { StandingAnswerController } from './standing-answer.controller.js';
import { SeriesPages } from './series-pages.reader.js';

/** Pages for invitees, for hosts by their links, and for everybody. */
@Module({
  imports: [ParticipationModule, PollsModule, SeriesModule],
  controllers: [
    CertificateController,
    DoorPageController,
    ConfirmPageController,
    ColleaguesPageController,
    HostPageController,
    InvitationCalendarController,
    InvitationPageController,
    MeetingFilesController,
    OpenRegistrationController,
    PollPageController,
    PublicPagesController,
    RegistrationPageController,
    SeriesPageController,
    StandingAnswerController,
    SubstitutePageController,
  ],
  providers: [InvitationViews, MeetingPages, OpenInvitation, PageLinks, PublicPages, SeriesPages],
})
export class VisitorsModule {}
