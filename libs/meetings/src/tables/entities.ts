import { ImportedCalendar } from '../imported-calendars/imported-calendar.entity.js';
import { ImportedEntry } from '../imported-calendars/imported-entry.entity.js';
import { MeetingFile } from '../files/meeting-file.entity.js';
import { MeetingNote } from '../notes/meeting-note.entity.js';
import { Listing } from './listing.entity.js';
import { MeetingChange } from './meeting-change.entity.js';
import { MeetingHost } from './meeting-host.entity.js';
import { Meeting } from './meeting.entity.js';

/** Every table of this lib. */
export const meetingsEntities = [
  ImportedCalendar,
  ImportedEntry,
  Listing,
  MeetingChange,
  MeetingFile,
  MeetingHost,
  MeetingNote,
  Meeting,
];
