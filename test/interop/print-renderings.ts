import { createHash } from 'node:crypto';
import { renderCancel, renderFeed, renderMeetingFile, renderRequest } from '#calendar';
import { attendee, manyMeetings, organiser, sampleMeeting } from './sample-meetings.js';

const renderings = {
  // Shows that the process really stands in the zone it was given.
  offset: String(new Date('2027-07-01T00:00:00Z').getTimezoneOffset()),
  request: renderRequest(sampleMeeting(), organiser, attendee),
  cancel: renderCancel(sampleMeeting(), organiser, attendee, 'attendee'),
  file: renderMeetingFile(sampleMeeting()),
  feed: renderFeed({
    name: 'Mitteldeutschland',
    language: 'de',
    meetings: manyMeetings(500),
    refreshHours: 12,
    cancelledPrefix: 'Abgesagt:',
  }),
};

const hash = (content: Buffer | string) => createHash('sha256').update(content).digest('hex');
const { offset, ...files } = renderings;
const hashes = Object.fromEntries(Object.entries(files).map(([name, file]) => [name, hash(file)]));
process.stdout.write(JSON.stringify({ offset, hashes }));
