import { meetingBody } from '../../factories/meetings.factory.js';
import { nothing, of, meeting, draft, invitation, invite } from './case.js';
import type { Cases } from './case.js';

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
  listInvitations: { allowed: '  obf  o    o    o    o    o     -    -    - ', ask: of(meeting) },
  getAnswers: { allowed: '       obf  o    o    o    o    o     -    -    - ', ask: of(meeting) },
  answerForGuest: {
    allowed: '                   obf  o    o    o    o    o     -    -    - ',
    ask: of(invitation, { body: { answer: 'yes' } }),
  },
  withdrawInvitation: { allowed: 'obf  o    o    o    o    o     -    -    - ', ask: of(invitation) },
  askDeputy: {
    allowed: '                   obf  o    o    o    o    o     -    -    - ',
    ask: of((world, side) => world.deputised(side)),
  },
  askDeputies: { allowed: '      obf  o    o    o    o    o     -    -    - ', ask: of(meeting) },
  listMeetingAudiences: { allowed: 'obf o   o    o    o    o     -    -    - ', ask: of(meeting) },
  exportInvitations: {
    allowed: '                   obf  o    o    o    o    o     -    -    - ',
    ask: of(meeting, { query: { format: 'csv' } }),
  },
} satisfies Cases;
