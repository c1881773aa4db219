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
export type { DateRule } from './recurrence/date-rule.js';
export { checkRule } from './recurrence/check-rule.js';
export { describeRule } from './recurrence/describe-rule.js';
export { expandRule } from './recurrence/expand-rule.js';
export type { RuleSpan } from './recurrence/expand-rule.js';
export { readPastedRule } from './recurrence/pasted-rule.js';
export type { PastedRule } from './recurrence/pasted-rule.js';
export { nextWorkingDay, publicHolidays } from './holidays/public-holidays.js';
export type { PublicHoliday } from './holidays/public-holidays.js';
export { readCalendar } from './reading/read-calendar.js';
export type { CalendarEntry, ReadCalendar } from './reading/calendar-entry.js';
