import { Module } from '@nestjs/common';
import { AnswerBatcher } from './answers/answer-batcher.js';
import { AnswerInvitation } from './answers/answer-invitation.js';
import { AttendanceMerger } from './attendance/attendance.merger.js';
import { Door } from './attendance/door.js';
import { KeepAttendance } from './attendance/keep-attendance.js';
import { KeepDoorLinks } from './attendance/keep-door-links.js';
import { CancelMeeting } from './changes/cancel-meeting.js';
import { ChangeMeeting } from './changes/change-meeting.js';
import { CopyMailRenderer } from './copies/copy-mail.renderer.js';
import { AskDeputies } from './deputies/ask-deputies.js';
import { AskDeputy } from './deputies/ask-deputy.js';
import { AskDeputyOnBounce } from './deputies/ask-deputy-on-bounce.js';
import { InvitationRun } from './invitations/invitation-run.js';
import { InvitationRunWork } from './invitations/invitation-run.work.js';
import { InvitePeople } from './invitations/invite-people.js';
import { WithdrawInvitation } from './invitations/withdraw-invitation.js';
import { ParticipationMerger } from './merging/participation.merger.js';
import { FollowMailPlan } from './mail-plan/follow-mail-plan.js';
import { MeetingPlanSubscriber } from './mail-plan/meeting-plan.subscriber.js';
import { PlanMailRenderer } from './mail-plan/plan-mail.renderer.js';
import { RemindSilent } from './mail-plan/remind-silent.js';
import { SendSaveTheDate } from './mail-plan/send-save-the-date.js';
import { MessageMailRenderer } from './messages/message.mail.renderer.js';
import { MessageRun } from './messages/message-run.js';
import { MessageRunWork } from './messages/message-run.work.js';
import { WriteToSome } from './messages/write-to-some.js';
import { AskToConfirm } from './open/ask-to-confirm.js';
import { ConfirmOpenRegistration } from './open/confirm-open.js';
import { DeleteUnconfirmed } from './open/delete-unconfirmed.js';
import { OpenMailRenderer } from './open/open-mail.renderer.js';
import { RegisterOpenly } from './open/register-openly.js';
import { ReleaseHolds } from './open/release-holds.js';
import { DecideRequests } from './seats/decide-requests.js';
import { LapseOffers } from './seats/lapse-offers.js';
import { ReserveSeat } from './seats/reserve-seat.js';
import { RegisterColleagues } from './colleagues/register-colleagues.js';
import { NameSubstitute } from './substitutes/name-substitute.js';
import { ReadSensitiveAnswers } from './questions/read-sensitive-answers.js';
import { AnswerableInvitations } from './reading/answerable-by-token.js';
import { MeetingMailRenderer } from './mail/meeting-mail.renderer.js';
import { CheckAudiences } from './newcomers/check-audiences.js';
import { CheckAudiencesWork } from './newcomers/check-audiences.work.js';
import { DirectoryChangeSubscriber } from './newcomers/directory-change.subscriber.js';
import { DeriveInstants } from './zone-data/derive-instants.js';
import { DeriveInstantsWork } from './zone-data/derive-instants.work.js';
import { MeetingChangeSubscriber } from './newcomers/meeting-change.subscriber.js';

/** Asking people to meetings, their answers, and what changes of a meeting mean for them. */
@Module({
  providers: [
    AnswerableInvitations,
    AnswerBatcher,
    AnswerInvitation,
    InvitationRun,
    InvitationRunWork,
    WithdrawInvitation,
    ChangeMeeting,
    CancelMeeting,
    MeetingMailRenderer,
    CopyMailRenderer,
    InvitePeople,
    AskDeputies,
    AskDeputy,
    AskDeputyOnBounce,
    ParticipationMerger,
    AttendanceMerger,
    Door,
    KeepAttendance,
    KeepDoorLinks,
    CheckAudiences,
    CheckAudiencesWork,
    DirectoryChangeSubscriber,
    MeetingChangeSubscriber,
    FollowMailPlan,
    MeetingPlanSubscriber,
    PlanMailRenderer,
    ReadSensitiveAnswers,
    MessageMailRenderer,
    MessageRun,
    MessageRunWork,
    WriteToSome,
    RemindSilent,
    SendSaveTheDate,
    DeriveInstants,
    DeriveInstantsWork,
    DecideRequests,
    LapseOffers,
    ReserveSeat,
    AskToConfirm,
    ConfirmOpenRegistration,
    DeleteUnconfirmed,
    OpenMailRenderer,
    RegisterOpenly,
    ReleaseHolds,
    NameSubstitute,
    RegisterColleagues,
  ],
  exports: [
    Door,
    KeepAttendance,
    KeepDoorLinks,
    DeriveInstants,
    AskDeputy,
    AnswerInvitation,
    InvitationRun,
    InvitePeople,
    ReadSensitiveAnswers,
    RemindSilent,
    SendSaveTheDate,
    WriteToSome,
    WithdrawInvitation,
    ChangeMeeting,
    CancelMeeting,
    DecideRequests,
    ReserveSeat,
    ConfirmOpenRegistration,
    RegisterOpenly,
    NameSubstitute,
    RegisterColleagues,
  ],
})
export class ParticipationModule {}
