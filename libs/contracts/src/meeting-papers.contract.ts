import { z } from 'zod';
import { defineEndpoint } from './endpoint.js';
import { byId, id, instant, namedPerson, paragraphs, fileQuery } from './fields.js';

const MAX_FILE_BYTES = 20 * 1024 * 1024;

const noteInput = z.strictObject({
  text: paragraphs(5000).pipe(z.string().min(1, 'validation.required')),
});

const note = z
  .object({
    id,
    text: z.string(),
    author: namedPerson.nullable(),
    writtenAt: instant,
    changedAt: instant.nullable(),
    /** Whether the reader wrote it and may change it. */
    own: z.boolean(),
  })
  .meta({ id: 'MeetingNote' });
export type MeetingNoteDto = z.output<typeof note>;

/** Who may have a file: whoever may change the meeting, whoever is invited, or everybody who sees the meeting. */
export const fileAudience = z.enum(['hosts', 'invited', 'public']);
export type FileAudience = z.output<typeof fileAudience>;

const meetingFile = z
  .object({
    id,
    name: z.string(),
    /** In bytes. */
    size: z.int(),
    type: z.string(),
    audience: fileAudience,
    addedBy: namedPerson.nullable(),
    addedAt: instant,
  })
  .meta({ id: 'MeetingFile' });
export type MeetingFileDto = z.output<typeof meetingFile>;

const access = 'meeting.change';
const tag = 'Meetings';

export const meetingPapersEndpoints = {
  listNotes: defineEndpoint({
    name: 'listNotes',
    method: 'GET',
    path: '/meetings/:id/notes',
    tag,
    access,
    status: 200,
    summary: 'What hosts have written down for one another, newest first',
    params: byId,
    query: fileQuery,
    response: z.object({ items: z.array(note) }),
  }),
  addNote: defineEndpoint({
    name: 'addNote',
    method: 'POST',
    path: '/meetings/:id/notes',
    tag,
    access,
    status: 201,
    summary: 'Write something down; only who may change the meeting reads it',
    params: byId,
    body: noteInput,
    response: note,
  }),
  changeNote: defineEndpoint({
    name: 'changeNote',
    method: 'PATCH',
    path: '/notes/:id',
    tag,
    access,
    status: 200,
    summary: 'Change a note of one’s own',
    params: byId,
    body: noteInput,
    response: note,
  }),
  deleteNote: defineEndpoint({
    name: 'deleteNote',
    method: 'DELETE',
    path: '/notes/:id',
    tag,
    access,
    status: 204,
    summary: 'Delete a note of one’s own',
    params: byId,
  }),
  listMeetingFiles: defineEndpoint({
    name: 'listMeetingFiles',
    method: 'GET',
    path: '/meetings/:id/files',
    tag,
    access,
    status: 200,
    summary: 'Files of a meeting, and who may have them',
    params: byId,
    query: fileQuery,
    response: z.object({ items: z.array(meetingFile) }),
  }),
  addMeetingFile: defineEndpoint({
    name: 'addMeetingFile',
    method: 'POST',
    path: '/meetings/:id/files',
    tag,
    access,
    status: 201,
    upload: { maxBytes: MAX_FILE_BYTES },
    summary: 'Add a PDF, picture, text, or document of Word, Excel or PowerPoint, up to 20 MB',
    params: byId,
    query: z.strictObject({ audience: fileAudience.default('hosts') }),
    response: meetingFile,
  }),
  changeMeetingFile: defineEndpoint({
    name: 'changeMeetingFile',
    method: 'PATCH',
    path: '/meeting-files/:id',
    tag,
    access,
    status: 200,
    summary: 'Say who may have a file',
    params: byId,
    body: z.strictObject({ audience: fileAudience }),
    response: meetingFile,
  }),
  removeMeetingFile: defineEndpoint({
    name: 'removeMeetingFile',
    method: 'DELETE',
    path: '/meeting-files/:id',
    tag,
    access,
    status: 204,
    summary: 'Take a file away',
    params: byId,
  }),
  getMeetingFile: defineEndpoint({
    name: 'getMeetingFile',
    method: 'GET',
    path: '/meeting-files/:id/content',
    tag,
    access,
    status: 200,
    summary: 'The bytes of a file',
    params: byId,
  }),
};
