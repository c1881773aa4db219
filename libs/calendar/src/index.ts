export { instantOf, listZones, tzVersion } from './zones.js';
export { wholeDays } from './whole-days.js';
export type { CalendarAttendee, CalendarMeeting, CalendarUser, PartStat } from './calendar-meeting.js';
export { mailCalendarPart, renderCancel, renderRequest } from './scheduling-message.js';
export type {
  Cancelled,
  MailCalendarPart,
  RequestedMeeting,
  SchedulingMethod,
} from './scheduling-message.js';
export { renderFeed, renderMeetingFile } from './calendar-feed.js';
export type { CalendarFeed } from './calendar-feed.js';
