import { newId } from '#kernel';
import { aDoorLink, aWalkIn } from '../../factories/attendance.factory.js';
import { testKeys } from '../test-api.js';
import { meetingBody } from '../../factories/meetings.factory.js';
import { aCalendarFile, anImportedCalendar } from '../../factories/imported-calendar.factory.js';
import { nothing, of, meeting, draft, invitation, invite } from './case.js';
import { packed } from '../imports.js';
import type { RoleWorld, Side } from '../role-world.js';
import type { Cases } from './case.js';

const calendar = async (world: RoleWorld, side: Side) =>
  (await anImportedCalendar(world.reader, { institutionId: world.institution(side) })).id;

export const meetingsCases = {
  //                            owner coor clus orga assi host fund memb nobody
  listHandoverDecisions: {
    allowed: '                   obf  o    o    o    o    o     -    -    - ',
    ask: nothing,
    row: (world, side) => world.decision(side),
  },
  decideHandover: {
    allowed: '                   obf  o    o    o    o    o     -    -    - ',
    ask: of((world, side) => world.decision(side), { body: { decision: 'keep' } }),
  },
  listMeetings: { allowed: '     obf  o    o    o    o    o     -    o    - ', ask: nothing, row: meeting },
  getMeeting: { allowed: '       obf  o    o    o    o    o     -    o    - ', ask: of(meeting) },
  findConflicts: {
    allowed: '                   obf  obf  obf  obf  obf  obf   -    -    - ',
    ask: (world, side) => ({
      body: {
        institutionIds: [world.institution(side)],
        dates: [{ startsLocal: '2026-06-18T10:00', endsLocal: '2026-06-18T12:00' }],
      },
    }),
  },
  listImportedCalendars: {
    allowed: '                   obf  ob   o    o    o    -     -    -    - ',
    ask: nothing,
    row: calendar,
  },
  getImportedCalendar: { allowed: 'obf ob   o    o    o    -     -    -    - ', ask: of(calendar) },
  createImportedCalendar: {
    allowed: '                   obf  ob   o    o    o    -     -    -    - ',
    ask: (world, side) => ({ body: { institutionId: world.institution(side), name: { de: 'Ferien' } } }),
  },
  changeImportedCalendar: {
    allowed: '                   obf  ob   o    o    o    -     -    -    - ',
    ask: of(calendar, { body: { laender: ['SN'] } }),
  },
  uploadImportedCalendar: {
    allowed: '                   obf  ob   o    o    o    -     -    -    - ',
    ask: async (world, side) => ({
      params: { id: await calendar(world, side) },
      ...(await packed(aCalendarFile, 'ferien.ics')),
    }),
  },
  refreshImportedCalendar: {
    allowed: '                   obf  ob   o    o    o    -     -    -    - ',
    ask: of(calendar),
  },
  deleteImportedCalendar: {
    allowed: '                   obf  ob   o    o    o    -     -    -    - ',
    ask: of(calendar),
  },
  createMeeting: {
    allowed: '                   obf  o    o    o    o    -     -    -    - ',
    ask: (world, side) => ({ body: meetingBody({ institutionId: world.institution(side) }) }),
  },
  changeMeeting: {
    allowed: '                   obf  o    o    o    o    o     -    -    - ',
    ask: of(meeting, { body: { capacity: 20 } }),
  },
  previewChange: {
    allowed: '                   obf  o    o    o    o    o     -    -    - ',
    ask: of(meeting, { body: { capacity: 20 } }),
  },
  publishMeeting: { allowed: '   obf  o    o    o    o    o     -    -    - ', ask: of(draft) },
  previewCancellation: { allowed: 'obf o   o    o    o    o     -    -    - ', ask: of(meeting) },
  cancelMeeting: {
    allowed: '    obf  o    o    o    o    o     -    -    - ',
    ask: of(meeting, { body: {} }),
  },
  previewInvitations: { allowed: 'obf o    o    o    o    o     -    -    - ', ask: invite },
  sendInvitations: { allowed: '  obf  o    o    o    o    o     -    -    - ', ask: invite },
  saveTheDate: { allowed: '      obf  o    o    o    o    o     -    -    - ', ask: invite },
  previewReminder: {
    allowed: '  obf  o    o    o    o    o     -    -    - ',
    ask: of(meeting, { body: {} }),
  },
  sendReminder: {
    allowed: '     obf  o    o    o    o    o     -    -    - ',
    ask: of(meeting, { body: {} }),
  },
  listInvitations: { allowed: '  obf  o    o    o    o    o     -    -    - ', ask: of(meeting) },
  getAnswers: { allowed: '       obf  o    o    o    o    o     -    -    - ', ask: of(meeting) },
  answerForGuest: {
    allowed: '                   obf  o    o    o    o    o     -    -    - ',
    ask: of(invitation, { body: { answer: 'yes' } }),
  },
  readSensitiveAnswers: { allowed: 'obf o    o    o    o    o    -    -    - ', ask: of(meeting) },
  decideRequests: {
    allowed: '                   obf  o    o    o    o    o     -    -    - ',
    ask: async (world, side) => ({
      params: { id: await world.meeting(side) },
      body: { decision: 'approve', invitationIds: [await world.invitation(side)] },
    }),
  },
  reserveSeat: {
    allowed: '                   obf  o    o    o    o    o     -    -    - ',
    ask: of(invitation, { body: { reserved: true } }),
  },
  listAttendance: { allowed: '   obf  o    o    o    o    o     -    -    - ', ask: of(meeting) },
  getAttendance: { allowed: '    obf  o    o    o    o    o     -    -    - ', ask: of(meeting) },
  markAttendance: {
    allowed: '                   obf  o    o    o    o    o     -    -    - ',
    ask: async (world, side) => {
      const meetingId = await world.meeting(side);
      const keys = [await aWalkIn(world.reader, { meetingId })];
      return { params: { id: meetingId }, body: { keys, state: 'excused' } };
    },
  },
  markRestAbsent: { allowed: '   obf  o    o    o    o    o     -    -    - ', ask: of(meeting) },
  addWalkIns: {
    allowed: '                   obf  o    o    o    o    o     -    -    - ',
    ask: async (world, side) => ({
      params: { id: await world.meeting(side) },
      body: { walkIns: [{ id: newId(), name: 'Rut Gast' }] },
    }),
  },
  checkWalkIns: {
    allowed: '                   obf  o    o    o    o    o     -    -    - ',
    ask: async (world, side) => ({
      params: { id: await world.meeting(side) },
      ...(await packed('Name;Organisation\nRut Gast;Gasthaus', 'gaeste.csv')),
    }),
  },
  closeAttendance: { allowed: '  obf  o    o    o    o    o     -    -    - ', ask: of(meeting) },
  reopenAttendance: { allowed: ' obf  o    o    o    o    o     -    -    - ', ask: of(meeting) },
  listDoorLinks: { allowed: '    obf  o    o    o    o    o     -    -    - ', ask: of(meeting) },
  makeDoorLink: {
    allowed: '                   obf  o    o    o    o    o     -    -    - ',
    ask: of(meeting, { body: { name: 'Eingang Nord' } }),
  },
  revokeDoorLink: {
    allowed: '                   obf  o    o    o    o    o     -    -    - ',
    ask: of(
      async (world, side) =>
        (await aDoorLink(world.reader, testKeys, { meetingId: await world.meeting(side) })).id,
    ),
  },
  nameSubstitute: {
    allowed: '                   obf  o    o    o    o    o     -    -    - ',
    ask: of(invitation, {
      body: { givenName: 'Toni', familyName: 'Beispiel', address: 'toni@vertretung.example' },
    }),
  },
  withdrawInvitation: { allowed: 'obf  o    o    o    o    o     -    -    - ', ask: of(invitation) },
  askDeputy: {
    allowed: '                   obf  o    o    o    o    o     -    -    - ',
    ask: of((world, side) => world.deputised(side)),
  },
  askDeputies: { allowed: '      obf  o    o    o    o    o     -    -    - ', ask: of(meeting) },
  listMeetingAudiences: { allowed: 'obf o   o    o    o    o     -    -    - ', ask: of(meeting) },
} satisfies Cases;
