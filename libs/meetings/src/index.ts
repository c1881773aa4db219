export { meetingsEntities } from './tables/entities.js';
export { Meeting } from './tables/meeting.entity.js';
export { MeetingChange } from './tables/meeting-change.entity.js';
export { loggedSeating } from './logged-seating.js';
export { changedFields, faceOf, faceOfInput, hasMoved } from './meeting-face.js';
export type { FaceField, MeetingFace } from './meeting-face.js';
export { inputOf } from './writing/meeting-values.js';
export {
  confirmInstants,
  haveInstantsMoved,
  listOldInstants,
  updateInstants,
} from './writing/derive-instants.js';
export type { OldInstants } from './writing/derive-instants.js';
export { applyPatch } from './writing/meeting-patch.js';
export type { MeetingPatch } from './writing/meeting-patch.js';
export {
  checkVersion,
  insertMeeting,
  lockMeeting,
  updateMeeting,
  updateMeetingState,
} from './writing/write-meeting.js';
export { assertMayLink, assertMayNameOrganiser } from './rights/links.policy.js';
export { MeetingRightsModule } from './rights/meeting-rights.module.js';
export {
  findMeetingPlaces,
  listMeetingInstitutions,
  StoredMeetingPlaces,
} from './rights/stored-meeting-places.js';
export { assertMayWith } from './reading/meeting-reach.js';
export { reachedMeetings, whereMeetingReached } from './reading/meeting-scope.sql.js';
export type { ImportedCalendar } from './imported-calendars/imported-calendar.entity.js';
export { getImportedCalendar, listImportedCalendars } from './imported-calendars/find-calendars.js';
export {
  changeImportedCalendar,
  createImportedCalendar,
  deleteImportedCalendar,
  refreshImportedCalendar,
  uploadImportedCalendar,
} from './imported-calendars/keep-calendars.js';
export { findReadable } from './reading/find-readable.js';
export { findTitles } from './reading/find-titles.js';
export { findLinks, getMeeting } from './reading/meeting.queries.js';
export type { MeetingLinks } from './reading/meeting.queries.js';
export { bundleMeetings } from './reading/meeting-bundle.js';
export type { MeetingBundle } from './reading/meeting-bundle.js';
export { nameIn, whenOfWallClocks, wordsOf } from './reading/meeting-words.js';
export type { AgendaWords, MeetingWords, OrganiserWords } from './reading/meeting-words.js';
export { whereFor } from './reading/where.js';
export type { Where, WhereReader } from './reading/where.js';
export { calendarMeetingOf } from './reading/calendar-meeting.js';
export type { CalendarOccasion } from './reading/calendar-meeting.js';
export type { MeetingNote } from './notes/meeting-note.entity.js';
export { addNote, changeNote, deleteNote, listNotes } from './notes/keep-notes.js';
export type { MeetingFile } from './files/meeting-file.entity.js';
export { addMeetingFile, changeMeetingFile, removeMeetingFile } from './files/keep-files.js';
export { findFilesFor, getMeetingFile, listMeetingFiles } from './files/find-files.js';
export { MeetingChanged } from './facts.js';
export { MeetingsModule } from './meetings.module.js';
export { CreateMeeting, unknownInstitution } from './writing/create-meeting.js';
export { PublishMeeting } from './writing/publish-meeting.js';
export {
  findOpenMeeting,
  listComingPublicMeetings,
  listMeetings,
  listPublicMeetings,
  listShownMeetings,
} from './reading/list-meetings.js';
export { searchMeetings } from './reading/search-meetings.js';
export type { MeetingListQuery } from './reading/list-meetings.js';
