import { endpoints } from '#contracts';

/** What shows something of a meeting, and is read again after it changed. */
export const meetingReads: readonly string[] = [
  endpoints.listMeetings.name,
  endpoints.getMeeting.name,
  endpoints.previewChange.name,
  endpoints.previewCancellation.name,
  endpoints.listInvitations.name,
  endpoints.getAnswers.name,
  endpoints.previewInvitations.name,
  endpoints.listMeetingAudiences.name,
  endpoints.listMails.name,
  endpoints.listSeries.name,
  endpoints.listSeriesDates.name,
];
