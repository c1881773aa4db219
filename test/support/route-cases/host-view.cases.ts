import { anInvitation } from '../../factories/meetings.factory.js';
import { aMeetingFile, aNote } from '../../factories/host-view.factory.js';
import { packed } from '../imports.js';
import type { RoleWorld, Side } from '../role-world.js';
import { testKeys } from '../test-api.js';
import { meeting, of } from './case.js';
import type { Cases } from './case.js';

const note = async (world: RoleWorld, side: Side) => {
  const meetingId = await world.meeting(side);
  return (await aNote(world.reader, { meetingId, authorId: world.personId })).id;
};
const file = async (world: RoleWorld, side: Side) => {
  const meetingId = await world.meeting(side);
  return (await aMeetingFile(world.reader, { meetingId })).id;
};
const message = async (world: RoleWorld, side: Side) => {
  const meetingId = await world.meeting(side);
  const { id: personId } = await world.personWithAddress(side);
  const { id } = await anInvitation(world.reader, testKeys, { meetingId, personId });
  const recipients = { invitationIds: [id] };
  return { params: { id: meetingId }, body: { recipients, subject: { de: 'Hallo' }, text: { de: 'Text' } } };
};

/** What hosts see of their meetings, and what they keep with them. */
export const hostViewCases = {
  //                            owner coor clus orga assi host fund memb nobody
  getAnswersByDay: { allowed: '  obf  o    o    o    o    o     -    -    - ', ask: of(meeting) },
  watchAnswers: { allowed: '     obf  o    o    o    o    o     -    -    - ', ask: of(meeting) },
  previewMessage: { allowed: '   obf  o    o    o    o    o     -    -    - ', ask: message },
  sendMessage: { allowed: '      obf  o    o    o    o    o     -    -    - ', ask: message },
  listMessages: { allowed: '     obf  o    o    o    o    o     -    -    - ', ask: of(meeting) },
  listNotes: { allowed: '        obf  o    o    o    o    o     -    -    - ', ask: of(meeting) },
  addNote: {
    allowed: '                   obf  o    o    o    o    o     -    -    - ',
    ask: of(meeting, { body: { text: 'Kaffee' } }),
  },
  changeNote: {
    allowed: '                   obf  o    o    o    o    o     -    -    - ',
    ask: of(note, { body: { text: 'Tee' } }),
  },
  deleteNote: { allowed: '       obf  o    o    o    o    o     -    -    - ', ask: of(note) },
  listMeetingFiles: { allowed: ' obf  o    o    o    o    o     -    -    - ', ask: of(meeting) },
  addMeetingFile: {
    allowed: '                   obf  o    o    o    o    o     -    -    - ',
    ask: async (world, side) => ({
      params: { id: await world.meeting(side) },
      ...(await packed(Buffer.from('%PDF-1.7\n'), 'folien.pdf')),
    }),
  },
  changeMeetingFile: {
    allowed: '                   obf  o    o    o    o    o     -    -    - ',
    ask: of(file, { body: { audience: 'invited' } }),
  },
  removeMeetingFile: { allowed: 'obf  o    o    o    o    o     -    -    - ', ask: of(file) },
  getMeetingFile: { allowed: '   obf  o    o    o    o    o     -    -    - ', ask: of(file) },
} as const satisfies Cases;
