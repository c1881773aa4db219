import { Module } from '@nestjs/common';
import { MeetingsModule } from '#meetings';
import { ParticipationModule } from '#participation';
import { AnswersEventsController } from '../live/answers-events.controller.js';
import { MeetingWatch } from '../live/meeting-watch.js';
import { MailsController } from '../mails/mails.controller.js';
import { OperationReader } from '../operations/operation.reader.js';
import { OperationsController } from '../operations/operations.controller.js';
import { AnswersController } from '../participation/answers.controller.js';
import { AttendanceController } from '../participation/attendance.controller.js';
import { DoorLinksController } from '../participation/door-links.controller.js';
import { QuestionAnswersController } from '../participation/question-answers.controller.js';
import { MessagesController } from '../participation/messages.controller.js';
import { RemindersController } from '../participation/reminders.controller.js';
import { InvitationLinks } from '../participation/invitation-links.js';
import { InvitationsController } from '../participation/invitations.controller.js';
import { SeatsController } from '../participation/seats.controller.js';
import { SubstitutesController } from '../participation/substitutes.controller.js';
import { MeetingAudiencesController } from '../participation/meeting-audiences.controller.js';
import { ConflictsController } from './conflicts.controller.js';
import { ImportedCalendarsController } from './imported-calendars.controller.js';
import { MeetingChangesController } from './meeting-changes.controller.js';
import { MeetingPapersController } from './meeting-papers.controller.js';
import { MeetingsController } from './meetings.controller.js';

/** Meetings, invitations, the mails about them and the work they make. */
@Module({
  imports: [MeetingsModule, ParticipationModule],
  controllers: [
    ConflictsController,
    ImportedCalendarsController,
    MeetingsController,
    MeetingChangesController,
    InvitationsController,
    AnswersEventsController,
    SeatsController,
    AttendanceController,
    DoorLinksController,
    SubstitutesController,
    MeetingAudiencesController,
    AnswersController,
    RemindersController,
    MessagesController,
    MeetingPapersController,
    QuestionAnswersController,
    OperationsController,
    MailsController,
  ],
  providers: [MeetingWatch, OperationReader, InvitationLinks],
})
export class MeetingsApiModule {}
