import { endpoints } from '#contracts';

/** What shows institutions, people and offices, and is read again after one of them changed. */
export const directoryReads: readonly string[] = [
  endpoints.listInstitutions.name,
  endpoints.getInstitution.name,
  endpoints.listMembers.name,
  endpoints.listMemberships.name,
  endpoints.listOfficeMandates.name,
  endpoints.listPersonMandates.name,
  endpoints.listOffices.name,
  endpoints.listPeople.name,
  endpoints.getPerson.name,
  endpoints.previewInvitations.name,
  endpoints.previewAudience.name,
  endpoints.listMeetingAudiences.name,
];
