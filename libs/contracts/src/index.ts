import { institutionEndpoints } from './institution.contract.js';
import { invitationEndpoints } from './invitation.contract.js';
import { mailEndpoints } from './mail.contract.js';
import { duplicateEndpoints } from './duplicate.contract.js';
import { mergeEndpoints } from './merge.contract.js';
import { meetingEndpoints } from './meeting.contract.js';
import { officeEndpoints } from './office.contract.js';
import { operationEndpoints } from './operation.contract.js';
import { personEndpoints } from './person.contract.js';
import { proposalEndpoints } from './proposal.contract.js';
import { searchEndpoints } from './search.contract.js';
import { sessionEndpoints } from './session.contract.js';

/** Every route of `/api/v1`. */
export const endpoints = {
  ...sessionEndpoints,
  ...institutionEndpoints,
  ...duplicateEndpoints,
  ...personEndpoints,
  ...mergeEndpoints,
  ...proposalEndpoints,
  ...officeEndpoints,
  ...meetingEndpoints,
  ...invitationEndpoints,
  ...operationEndpoints,
  ...mailEndpoints,
  ...searchEndpoints,
};

export { actions } from './action.js';
export type { Action } from './action.js';
export type { BodyOf, Endpoint, ParamsOf, QueryOf, ResponseOf } from './endpoint.js';
export type { Land } from './fields.js';
export { problem } from './problem.js';
export type { Problem } from './problem.js';
export type {
  InstitutionDto,
  InstitutionInput,
  InstitutionKind,
  MembershipDto,
  OrganisationKind,
} from './institution.contract.js';
export type { DuplicateDto, DuplicateReason } from './duplicate.contract.js';
export type { OwnProposalDto, ProposalDto } from './proposal.contract.js';
export type { MergeEffectKind, MergePreviewDto } from './merge.contract.js';
export { personFields } from './person.contract.js';
export type { PersonDto, PersonField, PersonInput, PersonPatch, Salutation } from './person.contract.js';
export type { MandateDto, MandateInput, OfficeDto, OfficeInput, OfficeKind } from './office.contract.js';
export type { InstanceDto, MeDto, Role, SetupInput } from './session.contract.js';
export { meetingInput } from './meeting.contract.js';
export type {
  MeetingDto,
  MeetingInput,
  MeetingItemDto,
  MeetingState,
  PlaceDto,
  ReachDto,
  Visibility,
} from './meeting.contract.js';
export { answerInput } from './invitation.contract.js';
export type {
  AnswerChannel,
  AnswersSummaryDto,
  AnswerValue,
  AudienceDto,
  AudiencePreviewDto,
  ChangedInvitationDto,
  InvitationDto,
  RegistrationState,
} from './invitation.contract.js';
export type { OperationDto } from './operation.contract.js';
export type { MailDetailDto, MailItemDto, MailState } from './mail.contract.js';
export type { SearchReplyDto } from './search.contract.js';
