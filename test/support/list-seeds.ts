import type { Reader } from '#database';
import { manyParticipants, manyPolls } from './many-polls.js';
import {
  manyAudiences,
  manyDuplicates,
  manyImportedCalendars,
  manyImportRows,
  manyProposals,
  manyTags,
} from './many-directory-rows.js';
import { manyDecisions, manyEntries, manyHandovers } from './many-handovers.js';
import {
  manyHeldOffices,
  manyHolders,
  manyInstitutions,
  manyInvitations,
  manyMails,
  manyMeetings,
  manyMembers,
  manyMemberships,
  manyOffices,
  manyPeople,
} from './many-rows.js';
import { manyDates, manySeries, seriesOf } from './many-series.js';

/** Where a list that has been filled is asked for. */
interface ListPaths {
  readonly path: string;
  /** Items that are there anyway: whoever asks is a person as well. */
  readonly others?: number;
  /** The list narrowed down, to much and to little of it. */
  readonly narrowed?: readonly string[];
  /** For a list that no index can serve, with the reason: the rows it has to read. */
  readonly readsAtMost?: number;
}

/** Puts so many items into a list that is empty. */
type Fill = (reader: Reader, items: number) => Promise<ListPaths>;

/** How each list of the contract is filled, by the name of its endpoint. */
export const listSeeds: Readonly<Partial<Record<string, Fill>>> = {
  async listInstitutions(reader, items) {
    await manyInstitutions(reader, items);
    return {
      path: '/institutions',
      narrowed: [
        '/institutions?kind=cluster',
        '/institutions?kind=network',
        '/institutions?land=SN',
        '/institutions?field=Kunststoff',
      ],
    };
  },
  async listMembers(reader, items) {
    return { path: `/institutions/${await manyMembers(reader, items)}/members` };
  },
  async listMemberships(reader, items) {
    return { path: `/institutions/${await manyMemberships(reader, items)}/memberships` };
  },
  async listOfficeMandates(reader, items) {
    return { path: `/offices/${await manyHolders(reader, items)}/mandates` };
  },
  async listPersonMandates(reader, items) {
    return { path: `/people/${await manyHeldOffices(reader, items)}/mandates` };
  },
  async listOffices(reader, items) {
    const institutionId = await manyOffices(reader, items);
    return { path: '/offices', narrowed: [`/offices?institutionId=${institutionId}`] };
  },
  async listPeople(reader, items) {
    await manyPeople(reader, items);
    return { path: '/people', others: 1, narrowed: ['/people?language=de', '/people?address=any'] };
  },
  async listGrants(reader, items) {
    const institutionId = await manyOffices(reader, items);
    return { path: '/grants', others: 1, narrowed: [`/grants?institutionId=${institutionId}`] };
  },
  async listImportedCalendars(reader, items) {
    await manyImportedCalendars(reader, items);
    return { path: '/imported-calendars' };
  },
  async listTags(reader, items) {
    await manyTags(reader, items);
    return { path: '/tags' };
  },
  async listAudiences(reader, items) {
    await manyAudiences(reader, items);
    return { path: '/audiences' };
  },
  async listDuplicates(reader, items) {
    await manyDuplicates(reader, items);
    return { path: '/people/duplicates' };
  },
  async listProposals(reader, items) {
    await manyProposals(reader, items);
    return { path: '/proposals' };
  },
  async listOwnProposals(reader, items) {
    await manyProposals(reader, items);
    return { path: '/proposals/own' };
  },
  async listImportRows(reader, items) {
    const path = `/imports/${await manyImportRows(reader, items)}/rows`;
    return { path, narrowed: [`${path}?state=wrong`] };
  },
  async listMeetings(reader, items) {
    await manyMeetings(reader, items);
    return {
      path: '/meetings?when=coming',
      narrowed: [
        '/meetings?when=past',
        '/meetings?when=coming&state=draft',
        '/meetings?when=past&state=draft',
      ],
    };
  },
  async listSeries(reader, items) {
    await manySeries(reader, items);
    return { path: '/series' };
  },
  async listSeriesPeople(reader, items) {
    const meetingId = await manyInvitations(reader, items);
    // By people's names, of whom few are in one series: reads those who are invited.
    return { path: `/series/${await seriesOf(reader, meetingId)}/people`, readsAtMost: 1000 + 6 * items };
  },
  async listSeriesDates(reader, items) {
    return { path: `/series/${await manyDates(reader, items)}/dates` };
  },
  async listInvitations(reader, items) {
    return { path: `/meetings/${await manyInvitations(reader, items)}/invitations` };
  },
  async listAttendance(reader, items) {
    const path = `/meetings/${await manyInvitations(reader, items)}/attendance`;
    // Seats and walk-ins of one meeting, ordered by the names of people: no index serves both, and a meeting is small.
    return { path, narrowed: [`${path}?state=open`], readsAtMost: 8 * items };
  },
  async listMails(reader, items) {
    const meetingId = await manyMails(reader, items);
    const narrowed = [`/mails?meetingId=${meetingId}`, '/mails?state=sent', '/mails?state=bounced'];
    return { path: '/mails', narrowed };
  },
  async listPolls(reader, items) {
    const meetingId = await manyPolls(reader, items);
    return { path: '/polls', narrowed: [`/polls?meetingId=${meetingId}`] };
  },
  async listPollParticipants(reader, items) {
    return { path: `/polls/${await manyParticipants(reader, items)}/participants`, others: 0 };
  },
  async listHandovers(reader, items) {
    const institutionId = await manyHandovers(reader, items);
    return { path: '/handovers', narrowed: [`/handovers?institutionId=${institutionId}`] };
  },
  async listHandoverDecisions(reader, items) {
    const path = '/handover-decisions';
    const meetingId = await manyDecisions(reader, items);
    return { path, narrowed: [`${path}?meetingId=${meetingId}`, `${path}?state=open`, `${path}?state=keep`] };
  },
  async listAudit(reader, items) {
    const { institutionId, personId, actorId } = await manyEntries(reader, items);
    const narrowed = [
      `/audit?subjectKind=person&subjectId=${personId}`,
      '/audit?subjectKind=person',
      `/audit?institutionId=${institutionId}`,
      `/audit?actorId=${actorId}`,
      '/audit?action=person.',
    ];
    return { path: '/audit', narrowed };
  },
};
