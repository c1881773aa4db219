import type { ListItem, ListName } from '#contracts';
import { attendanceSheet } from './attendance.sheets.js';
import {
  audienceSheet,
  importedCalendarSheet,
  institutionSheet,
  memberSheet,
  membershipSheet,
  officeMandateSheet,
  officeSheet,
  personMandateSheet,
  tagSheet,
} from './directory.sheets.js';
import type { ListSheet } from './list-sheet.js';
import { auditSheet, grantSheet, handoverDecisionSheet, handoverSheet, mailSheet } from './log.sheets.js';
import { invitationSheet, meetingSheet } from './meetings.sheets.js';
import {
  duplicateSheet,
  importRowSheet,
  ownProposalSheet,
  personSheet,
  proposalSheet,
} from './people.sheets.js';
import {
  deputySheet,
  doorLinkSheet,
  hostSwapSheet,
  meetingFileSheet,
  messageSheet,
  noteSheet,
  vacantOfficeSheet,
} from './short-lists.sheets.js';
import {
  pollParticipantSheet,
  pollSheet,
  seriesDateSheet,
  seriesPersonSheet,
  seriesSheet,
} from './series.sheets.js';

/** The table of every list of the contract: a list without one does not compile. */
export const listSheets: { readonly [Name in ListName]: ListSheet<ListItem<Name>> } = {
  listInstitutions: institutionSheet,
  listMembers: memberSheet,
  listMemberships: membershipSheet,
  listOffices: officeSheet,
  listOfficeMandates: officeMandateSheet,
  listPersonMandates: personMandateSheet,
  listPeople: personSheet,
  listDuplicates: duplicateSheet,
  listProposals: proposalSheet,
  listOwnProposals: ownProposalSheet,
  listTags: tagSheet,
  listAudiences: audienceSheet,
  listImportRows: importRowSheet,
  listImportedCalendars: importedCalendarSheet,
  listMeetings: meetingSheet,
  listInvitations: invitationSheet,
  listAttendance: attendanceSheet,
  listSeries: seriesSheet,
  listSeriesDates: seriesDateSheet,
  listSeriesPeople: seriesPersonSheet,
  listPolls: pollSheet,
  listPollParticipants: pollParticipantSheet,
  listHandovers: handoverSheet,
  listHandoverDecisions: handoverDecisionSheet,
  listMails: mailSheet,
  listGrants: grantSheet,
  listAudit: auditSheet,
  listDeputies: deputySheet,
  listVacantOffices: vacantOfficeSheet,
  listDoorLinks: doorLinkSheet,
  listNotes: noteSheet,
  listMeetingFiles: meetingFileSheet,
  listMessages: messageSheet,
  listHostSwaps: hostSwapSheet,
};

export function isListName(name: string): name is ListName {
  return Object.hasOwn(listSheets, name);
}
