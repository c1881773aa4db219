import { endpoints } from '#contracts';

/** What shows people, and is read again after two were made one or a proposal was decided. */
export const peopleReads: readonly string[] = [
  endpoints.listPeople.name,
  endpoints.getPerson.name,
  endpoints.listOffices.name,
  endpoints.listDuplicates.name,
  endpoints.listProposals.name,
  endpoints.listOwnProposals.name,
  endpoints.previewInvitations.name,
];
