import type { InvitationDto, ListItem } from '#contracts';
import { momentOf, sheet, textOf, yesNo } from './list-sheet.js';
import type { SheetWords } from './sheet-words.js';
import { wallSpan } from './wall-span.js';

export const meetingSheet = sheet<ListItem<'listMeetings'>>([
  ['sheets.columns.title', textOf(({ title }) => title)],
  ['sheets.columns.starts', (meeting, words) => wallSpan(meeting, words).starts],
  ['sheets.columns.ends', (meeting, words) => wallSpan(meeting, words).ends],
  ['sheets.columns.zone', ({ zone }) => zone],
  ['sheets.columns.hosts', ({ hosts }, words) => words.texts(hosts.map(({ name }) => name))],
  ['sheets.columns.city', ({ city }) => city],
  ['sheets.columns.online', yesNo(({ online }) => online)],
  ['sheets.columns.state', ({ state }, { t }) => t(`console.meeting.states.${state}`)],
  ['sheets.columns.capacity', ({ capacity }) => capacity],
  ['sheets.columns.invited', ({ invited }) => invited],
  ['sheets.columns.answered', ({ answered }) => answered],
  ['sheets.columns.confirmed', ({ people }) => people.confirmed],
  ['sheets.columns.waitlisted', ({ people }) => people.waitlisted],
  ['sheets.columns.clusters', ({ clusters }) => clusters.total],
  ['sheets.columns.clusters-answered', ({ clusters }) => clusters.answered],
]);

/** Without the links: whoever has one can answer. */
export const invitationSheet = sheet<InvitationDto>([
  ['sheets.columns.person', ({ person }) => person.name],
  ['import.fields.email', ({ address }) => address],
  ['sheets.columns.reasons', reasonWords],
  ['sheets.columns.in-place-of', ({ inPlaceOf }) => inPlaceOf?.name ?? ''],
  ['sheets.columns.invitation', ({ state }, { t }) => t(`sheets.invitation-states.${state}`)],
  ['sheets.columns.answer', ({ answer }, { t }) => (answer === null ? '' : t(`sheets.answers.${answer}`))],
  [
    'sheets.columns.registration',
    ({ registration: state }, { t }) => (state === null ? '' : t(`sheets.registrations.${state}`)),
  ],
  ['sheets.columns.seats', ({ seats }) => seats],
  ['sheets.columns.companions', ({ companions }) => companions.filter((name) => name !== '').join('; ')],
  ['sheets.columns.contingent', ({ contingent }, { text }) => text(contingent?.name)],
  ['sheets.columns.reserved-seat', yesNo(({ reservedSeat }) => reservedSeat)],
  ['sheets.columns.place-in-line', ({ placeInLine }) => placeInLine],
  ['sheets.columns.to-confirm-again', yesNo(({ toConfirmAgain }) => toConfirmAgain)],
  ['sheets.columns.answered-at', momentOf(({ answeredAt }) => answeredAt)],
  ['sheets.columns.suspect', yesNo(({ suspect }) => suspect)],
  [
    'sheets.columns.channel',
    ({ channel }, { t }) => (channel === null ? '' : t(`console.answers.channels.${channel}`)),
  ],
  ['sheets.columns.note', ({ note }) => note],
  [
    'sheets.columns.question-answers',
    ({ answers }, { text }) => answers.map(({ label, value }) => `${text(label)}: ${text(value)}`).join('; '),
  ],
]);

function reasonWords({ reasons }: InvitationDto, { t, text }: SheetWords): string {
  return reasons
    .map(({ kind, office, institution, deputyFor }) => {
      const names = [text(office), text(institution?.name)].filter((name) => name !== '');
      const words = names.length === 0 ? t(`console.answers.reasons.${kind}`) : names.join(', ');
      return deputyFor === null ? words : t('handover.reason', { office: words, name: deputyFor.name });
    })
    .join('; ');
}
