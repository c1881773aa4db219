import { attendanceEndpoints } from './attendance.contract.js';
import { audienceEndpoints } from './audience.contract.js';
import { handoverEndpoints } from './handover.contract.js';
import { importEndpoints } from './import.contract.js';
import { conflictEndpoints } from './conflict.contract.js';
import { importedCalendarEndpoints } from './imported-calendar.contract.js';
import { auditEndpoints } from './audit.contract.js';
import { grantEndpoints } from './grant.contract.js';
import { institutionEndpoints } from './institution.contract.js';
import { invitationEndpoints } from './invitation.contract.js';
import { answersEndpoints } from './answers.contract.js';
import { messageEndpoints } from './message.contract.js';
import { meetingPapersEndpoints } from './meeting-papers.contract.js';
import { seatRequestEndpoints } from './seat-request.contract.js';
import { substituteEndpoints } from './substitute.contract.js';
import { reminderEndpoints } from './reminder.contract.js';
import { mailEndpoints } from './mail.contract.js';
import { duplicateEndpoints } from './duplicate.contract.js';
import { mergeEndpoints } from './merge.contract.js';
import { meetingEndpoints } from './meeting.contract.js';
import { officeEndpoints } from './office.contract.js';
import { operationEndpoints } from './operation.contract.js';
import { paperEndpoints } from './paper.contract.js';
import { personEndpoints } from './person.contract.js';
import { pollEndpoints } from './poll-endpoints.contract.js';
import { proposalEndpoints } from './proposal.contract.js';
import { searchEndpoints } from './search.contract.js';
import { seriesDateEndpoints } from './series-date.contract.js';
import { seriesHostEndpoints } from './series-host.contract.js';
import { dateRuleEndpoints } from './date-rule.contract.js';
import { seriesEndpoints } from './series.contract.js';
import { seriesPeopleEndpoints } from './series-people.contract.js';
import { seriesLifeEndpoints } from './series-life.contract.js';
import { sessionEndpoints } from './session.contract.js';
import { tagEndpoints } from './tag.contract.js';
import type { ListItemOf, ListNameOf } from './list.js';

/** Every route of `/api/v1`. */
export const endpoints = {
  ...sessionEndpoints,
  ...institutionEndpoints,
  ...duplicateEndpoints,
  ...personEndpoints,
  ...mergeEndpoints,
  ...proposalEndpoints,
  ...officeEndpoints,
  ...tagEndpoints,
  ...audienceEndpoints,
  ...meetingEndpoints,
  ...conflictEndpoints,
  ...importedCalendarEndpoints,
  ...invitationEndpoints,
  ...answersEndpoints,
  ...messageEndpoints,
  ...meetingPapersEndpoints,
  ...seatRequestEndpoints,
  ...attendanceEndpoints,
  ...substituteEndpoints,
  ...reminderEndpoints,
  ...paperEndpoints,
  ...seriesEndpoints,
  ...seriesLifeEndpoints,
  ...seriesPeopleEndpoints,
  ...dateRuleEndpoints,
  ...seriesDateEndpoints,
  ...seriesHostEndpoints,
  ...pollEndpoints,
  ...handoverEndpoints,
  ...operationEndpoints,
  ...mailEndpoints,
  ...searchEndpoints,
  ...importEndpoints,
  ...grantEndpoints,
  ...auditEndpoints,
};

type Endpoints = typeof endpoints;
/** The endpoints that give a list which is a file as well. */
export type ListName = ListNameOf<Endpoints>;
export type ListItem<Name extends ListName> = ListItemOf<Endpoints[Name]>;

export { actions } from './action.js';
export type { Action, Reach } from './action.js';
export type { AuditEntryDto } from './audit.contract.js';
export type { ConflictDto } from './conflict.contract.js';
export type { ImportedCalendarDto, ImportedCalendarInput } from './imported-calendar.contract.js';
export type { GrantDto, GrantInput } from './grant.contract.js';
export type { BodyOf, Endpoint, ParamsOf, QueryOf, ResponseOf } from './endpoint.js';
export { isList, isPaged } from './list.js';
export { land, line, mailAddress, MOST_PER_PAGE, fileQuery, webAddress } from './fields.js';
export type { Land } from './fields.js';
export { importField, importFields, importRowState } from './import.contract.js';
export type { ImportDto, ImportField, ImportKind, ImportRowDto, ImportRowState } from './import.contract.js';
export { problem } from './problem.js';
export type { Problem } from './problem.js';
export { institutionInput, institutionKind, organisationKind } from './institution.contract.js';
export { officeInput, officeKind } from './office.contract.js';
export type {
  InstitutionDto,
  InstitutionInput,
  InstitutionKind,
  MembershipDto,
  OrganisationKind,
} from './institution.contract.js';
export type {
  DeputyDto,
  HeldOfficeDto,
  MandateDto,
  MandateInput,
  OfficeDto,
  OfficeInput,
  OfficeKind,
} from './office.contract.js';
export type {
  HandoverChoice,
  HandoverDecisionDto,
  HandoverDecisionState,
  HandoverDto,
  HandoverPreviewDto,
  VacantOfficeDto,
} from './handover.contract.js';
export type { DuplicateDto, DuplicateReason } from './duplicate.contract.js';
export type { OwnProposalDto, ProposalDto } from './proposal.contract.js';
export type { MergeEffectKind, MergePreviewDto } from './merge.contract.js';
export { auditActions } from './audit-action.js';
export type { AuditAction, AuditVerb } from './audit-action.js';
export { badgeFormat, paperHeadInput } from './paper.contract.js';
export type {
  BadgeFormat,
  PaperCircle,
  PaperHeadDto,
  PaperHeadInput,
  PaperKind,
  PaperOrder,
  UnionFunding,
  YearCertificateOrder,
} from './paper.contract.js';
export { addressFilters, personFields, personInput } from './person.contract.js';
export type {
  PeopleQuery,
  PersonDto,
  PersonField,
  PersonInput,
  PersonItemDto,
  PersonPatch,
  Salutation,
} from './person.contract.js';
export { role } from './session.contract.js';
export type { InstanceDto, MeDto, Role, SetupInput } from './session.contract.js';
export { meetingInput, visibility } from './meeting.contract.js';
export type {
  MeetingDto,
  MeetingInput,
  MeetingItemDto,
  MeetingState,
  PlaceDto,
  ReachDto,
  Visibility,
} from './meeting.contract.js';
export type { AgendaItem, AgendaKind } from './agenda.contract.js';
export { noMails } from './mail-plan.contract.js';
export { ordinarySeating } from './seating.contract.js';
export type { Contingent, Quota, Seating, SeatLimit, SeatWish } from './seating.contract.js';
export type { MailPlan } from './mail-plan.contract.js';
export { questionValue, sensitiveKinds } from './question.contract.js';
export type { Question, QuestionKind, QuestionValue, QuestionValues } from './question.contract.js';
export { seriesInput } from './series.contract.js';
export type {
  DateRuleDto,
  HolidayPolicy,
  SeriesDto,
  SeriesInput,
  SeriesItemDto,
  SeriesPatch,
  SeriesState,
  SeriesTemplate,
} from './series.contract.js';
export type { SeriesPersonDto } from './series-people.contract.js';
export type { DateEffectDto, SeriesReachDto } from './series-life.contract.js';
export type { ForeseenDateDto, ForeseenDatesDto } from './date-rule.contract.js';
export type { SeriesDateDto, SeriesDateState, TurnState } from './series-date.contract.js';
export { answerInput } from './invitation.contract.js';
export { standingInput } from './series-people.contract.js';
export { pollVotes } from './poll.contract.js';
export type {
  PollDto,
  PollInput,
  PollPatch,
  PollItemDto,
  PollOpenPreviewDto,
  PollParticipantDto,
  PollProposalDto,
  PollProposalInput,
  PollRemindPreviewDto,
  PollResultDto,
  PollState,
  PollTakePreviewDto,
  VoteValue,
} from './poll.contract.js';
export type {
  HostHistoryDto,
  HostSwapDto,
  HostSwapState,
  SeriesHostsDto,
  SeriesHostsInput,
} from './series-host.contract.js';
export type {
  AnswerChannel,
  AnswerValue,
  GivenAnswer,
  AskedAudience,
  AskingInput,
  ChangedInvitationDto,
  DeputiesAskedDto,
  InvitationDto,
  InvitationSettings,
  InvitationsPreviewDto,
  MeetingAudienceDto,
  RegistrationState,
} from './invitation.contract.js';
export type { AnswersByDayDto, AnswersSummaryDto } from './answers.contract.js';
export { messageInput } from './message.contract.js';
export type {
  MessageDto,
  MessageInput,
  MessagePreviewDto,
  MessageRecipients,
  Standing,
} from './message.contract.js';
export { fileAudience } from './meeting-papers.contract.js';
export type { FileAudience, MeetingFileDto, MeetingNoteDto } from './meeting-papers.contract.js';
export type { ReminderPreviewDto } from './reminder.contract.js';
export { audienceRule } from './audience.contract.js';
export type {
  AudienceClause,
  AudienceDto,
  AudienceInput,
  AudienceItemDto,
  AudiencePreviewDto,
  AudienceRule,
  CommitteeFunction,
  ReasonKind,
  Successors,
} from './audience.contract.js';
export type { TagDto, TagInput } from './tag.contract.js';
export type { OperationDto } from './operation.contract.js';
export type { MailDetailDto, MailItemDto, MailState } from './mail.contract.js';
export type { SearchReplyDto } from './search.contract.js';
export { doorMarks, walkInInput } from './attendance.contract.js';
export type {
  AttendanceState,
  AttendanceSummaryDto,
  AttendeeDto,
  ChangedDoorLinkDto,
  DoorLinkDto,
  DoorMarks,
  WalkInInput,
  WalkInsCheckDto,
} from './attendance.contract.js';
export { namedColleague, passedOnStates } from './substitute.contract.js';
export type { NamedColleagueInput } from './substitute.contract.js';
