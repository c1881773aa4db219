export { participationEntities } from './tables/entities.js';
export type { Invitation } from './tables/invitation.entity.js';
export type { MeetingAudience } from './tables/meeting-audience.entity.js';
export type { Registration } from './tables/registration.entity.js';
export { ParticipationModule } from './participation.module.js';
export { answersDueAt, MOST_COMPANIONS } from './answers/answer.policy.js';
export { AnswerInvitation } from './answers/answer-invitation.js';
export type { AnswerCommand } from './answers/answer-invitation.js';
export { answerBatch } from './answers/answer-batch.js';
export { refusalCodes } from './answers/incoming-answer.js';
export type { AnswerOutcome, AnswerRefusal, IncomingAnswer } from './answers/incoming-answer.js';
export { findConflicts } from './conflicts/find-conflicts.js';
export type { Conflict, ConflictDate } from './conflicts/conflict.js';
export { findTold } from './changes/find-told.js';
export type { Told } from './changes/find-told.js';
export { CancelMeeting, cancelMeetingIn } from './changes/cancel-meeting.js';
export { ChangeMeeting } from './changes/change-meeting.js';
export { changeMeetingIn } from './changes/write-change.js';
export { DeriveInstants } from './zone-data/derive-instants.js';
export type { DerivedInstants } from './zone-data/derive-instants.js';
export { AskDeputy } from './deputies/ask-deputy.js';
export type { DeputiesAsked } from './deputies/ask-deputy.js';
export { assertAskable, ruleOfAudience, sourceOf, wantsCopies } from './invitations/asked-audience.js';
export { InvitationRun, startInvitationRun } from './invitations/invitation-run.js';
export { assertCanInviteTo } from './invitations/invitation.policy.js';
export { InvitationAnswered, InvitationSent } from './facts.js';
export { AnswersInAdvance } from './invitations/answers-in-advance.js';
export { invitationTransitions } from './rules/invitation.transitions.js';
export { registrationTransitions } from './rules/registration.transitions.js';
export { InvitePeople } from './invitations/invite-people.js';
export {
  endOfficeReason,
  findMeetingsAskingOffice,
  findOfficeReasons,
  lockOfficeInvitations,
} from './invitations/office-invitations.js';
export type { OfficeInvitation } from './invitations/office-invitations.js';
export { WithdrawInvitation, withdrawLocked } from './invitations/withdraw-invitation.js';
export { readAnswerVersions } from './reading/answer-versions.js';
export { countAnswersByDay } from './reading/answers-by-day.js';
export { countAnswers } from './reading/count-answers.js';
export type { AnswerCounts } from './reading/count-answers.js';
export { findByRegistrationToken, findByToken } from './reading/invitation-by-token.js';
export type { InvitationPageFacts } from './reading/invitation-by-token.js';
export { getInvitation, listInvitations } from './reading/list-invitations.js';
export type { InvitationView, ReasonView } from './reading/list-invitations.js';
export { invitationPath } from './mail/invitation-path.js';
export { listMeetingLinks } from './reading/list-meeting-links.js';
export { previewInvitations } from './reading/preview-invitations.js';
export { KIND_OF_SEAT } from './reading/kind-of-seat.sql.js';
export { JOIN_REPRESENTED_CLUSTER } from './reading/represented.sql.js';
export { summariseAnswers } from './reading/summarise-answers.js';
export { findInvited } from './reading/find-invited.js';
export { findInvitedMeetings } from './reading/find-invited-meetings.js';
export { findOwnValues } from './questions/find-question-answers.js';
export { checkQuestionValues, isBlank } from './questions/question-values.rules.js';
export type { QuestionProblem } from './questions/question-values.rules.js';
export { DecideRequests, decideRequestsIn } from './seats/decide-requests.js';
export { LapseOffers, lapseOffersIn } from './seats/lapse-offers.js';
export { calendarEntryOf } from './rules/calendar-entry.rules.js';
export { whereReaderOf } from './seats/where-reader.js';
export { ReserveSeat } from './seats/reserve-seat.js';
export { ReadSensitiveAnswers } from './questions/read-sensitive-answers.js';
export { colleagueCodes, colleaguesLeft } from './colleagues/colleagues.policy.js';
export { RegisterColleagues } from './colleagues/register-colleagues.js';
export { NameSubstitute, nameSubstituteIn } from './substitutes/name-substitute.js';
export {
  chainRefusalOf,
  passesSeatOn,
  passingRefusalOf,
  substituteCodes,
} from './substitutes/substitution.policy.js';
export { RemindSilent } from './mail-plan/remind-silent.js';
export { listMessages } from './messages/list-messages.js';
export { MessageRun } from './messages/message-run.js';
export { WriteToSome } from './messages/write-to-some.js';
export { SendSaveTheDate } from './mail-plan/send-save-the-date.js';
export { writeSaveTheDates } from './mail-plan/save-the-date.js';
export { CheckAudiences } from './newcomers/check-audiences.js';
export { listMeetingAudiences } from './newcomers/list-meeting-audiences.js';
export { entryCode } from './attendance/entry-code.js';
export type { EntryHolder } from './attendance/entry-code.js';
export { listAttendance, pageAttendance, takesPartOnline } from './attendance/list-attendance.js';
export type { Attendee } from './attendance/list-attendance.js';
export { checkWalkIns } from './attendance/check-walk-ins.js';
export { Door } from './attendance/door.js';
export type { DoorList, FoundDoor, OpenDoor } from './attendance/door.js';
export { KeepAttendance } from './attendance/keep-attendance.js';
export { doorPath, KeepDoorLinks } from './attendance/keep-door-links.js';
export type { DoorLinkView } from './attendance/keep-door-links.js';
export { takeMarks } from './attendance/take-marks.js';
export { summariseAttendance, wasThere } from './attendance/sum-attendance.js';
export type { AttendanceSum } from './attendance/sum-attendance.js';
export { ConfirmOpenRegistration } from './open/confirm-open.js';
export { findOpenByToken, findRoom, hasRegisteredOpenly } from './open/find-open.js';
export type { OpenPageFacts } from './open/find-open.js';
export { isHeld, openRefusalCodes, openRefusalOf } from './open/open-registration.policy.js';
export { RegisterOpenly } from './open/register-openly.js';
export type { OpenRequest } from './open/register-openly.js';
export { registrationPath } from './mail/registration-path.js';
export { ReleaseHolds } from './open/release-holds.js';
