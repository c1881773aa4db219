import { endpoints } from '#contracts';

/** What shows something of a date poll, and is read again after it changed. */
export const pollReads: readonly string[] = [
  endpoints.listPolls.name,
  endpoints.getPoll.name,
  endpoints.getPollResult.name,
  endpoints.listPollParticipants.name,
  endpoints.previewPollReminder.name,
];
