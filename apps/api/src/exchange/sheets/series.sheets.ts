import type { ListItem, SeriesDateDto } from '#contracts';
import { momentOf, sheet, textOf, yesNo } from './list-sheet.js';
import type { SheetWords } from './sheet-words.js';
import { wallSpan } from './wall-span.js';

export const seriesSheet = sheet<ListItem<'listSeries'>>([
  ['sheets.columns.name', textOf(({ name }) => name)],
  ['sheets.columns.institution', textOf(({ institution }) => institution.name)],
  ['sheets.columns.rule', textOf(({ ruleWords }) => ruleWords)],
  ['sheets.columns.state', ({ state }, { t }) => t(`series-pages.states.${state}`)],
  ['sheets.columns.next', ({ next }, { clockCell }) => clockCell(next?.startsLocal)],
  ['sheets.columns.zone', ({ zone }) => zone],
  ['sheets.columns.hosts', ({ next }, { texts }) => texts((next?.hosts ?? []).map(({ name }) => name))],
  ['sheets.columns.coming', ({ coming }) => coming],
  ['sheets.columns.past', ({ past }) => past],
  ['sheets.columns.waiting', ({ waiting }) => waiting],
]);

export const seriesDateSheet = sheet<SeriesDateDto>([
  ['sheets.columns.number', ({ number }) => number],
  ['sheets.columns.by-the-rule', ({ originalLocal }, { clockCell }) => clockCell(originalLocal)],
  ['sheets.columns.date-state', ({ state }, { t }) => t(`sheets.date-states.${state}`)],
  ['sheets.columns.holiday', textOf(({ holiday }) => holiday?.name)],
  ['sheets.columns.title', textOf(({ meeting }) => meeting?.title)],
  ['sheets.columns.starts', ({ meeting }, words) => meeting && wallSpan(meeting, words).starts],
  ['sheets.columns.ends', ({ meeting }, words) => meeting && wallSpan(meeting, words).ends],
  ['sheets.columns.state', ({ meeting }, { t }) => meeting && t(`console.meeting.states.${meeting.state}`)],
  ['sheets.columns.hosts', ({ meeting }, { texts }) => texts((meeting?.hosts ?? []).map(({ name }) => name))],
  ['sheets.columns.turn', turnWords],
  ['sheets.columns.invites-at', momentOf(({ inviteAt }) => inviteAt)],
  ['sheets.columns.invited', ({ meeting }) => meeting?.invited],
  ['sheets.columns.answered', ({ meeting }) => meeting?.answered],
  ['sheets.columns.confirmed', ({ meeting }) => meeting?.confirmed],
]);

function turnWords({ turn }: SeriesDateDto, { t, text }: SheetWords): string {
  return turn === null ? '' : `${text(turn.institution.name)} (${t(`sheets.turns.${turn.state}`)})`;
}

export const seriesPersonSheet = sheet<ListItem<'listSeriesPeople'>>([
  ['sheets.columns.person', ({ person }) => person.name],
  ['sheets.columns.standing', ({ standing }, { t }) => t(`series-people.standing.${standing ?? 'none'}`)],
  ['sheets.columns.invited', ({ invited }) => invited],
  ['sheets.columns.yes', ({ yes }) => yes],
  ['sheets.columns.no', ({ no }) => no],
  ['sheets.columns.maybe', ({ maybe }) => maybe],
  ['sheets.columns.silent', ({ silent }) => silent],
]);

export const pollSheet = sheet<ListItem<'listPolls'>>([
  ['sheets.columns.title', textOf(({ title }) => title)],
  ['sheets.columns.institution', textOf(({ institution }) => institution.name)],
  ['sheets.columns.state', ({ state }, { t }) => t(`polls.console.states.${state}`)],
  ['sheets.columns.deadline', momentOf(({ deadlineAt }) => deadlineAt)],
  ['sheets.columns.options', ({ options }) => options],
  ['sheets.columns.first-option', ({ firstLocal }, { clockCell }) => clockCell(firstLocal)],
  ['sheets.columns.last-option', ({ lastLocal }, { clockCell }) => clockCell(lastLocal)],
  ['sheets.columns.zone', ({ zone }) => zone],
  ['sheets.columns.asked', ({ asked }) => asked],
  ['sheets.columns.answered', ({ answered }) => answered],
]);

/** Without the links: whoever has one can vote. */
export const pollParticipantSheet = sheet<ListItem<'listPollParticipants'>>([
  ['sheets.columns.person', ({ person }) => person.name],
  [
    'sheets.columns.institutions',
    ({ institutions }, { texts }) => texts(institutions.map(({ name }) => name)),
  ],
  ['sheets.columns.reachable', yesNo(({ reachable }) => reachable)],
  ['sheets.columns.answered-at', momentOf(({ answeredAt }) => answeredAt)],
  ['sheets.columns.votes-yes', ({ votes }) => countOf(votes, 'yes')],
  ['sheets.columns.votes-if-need-be', ({ votes }) => countOf(votes, 'if-need-be')],
  ['sheets.columns.votes-no', ({ votes }) => countOf(votes, 'no')],
  ['sheets.columns.reminders', ({ reminders }) => reminders],
  ['sheets.columns.note', ({ note }) => note],
]);

function countOf(votes: Readonly<Record<string, string>>, value: string): number {
  return Object.values(votes).filter((vote) => vote === value).length;
}
