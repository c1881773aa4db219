import type { LocalizedText } from '#kernel';
import type { TextKey } from './catalogues.js';
import type { Translator } from './translator.js';

/** How a value of the log is said: in which language, and days and moments the way the place has them. */
export interface ValueWords {
  readonly t: Translator;
  /** What somebody wrote in one language or both. */
  text(text: LocalizedText): string;
  /** `2027-03-04` */
  day(day: string): string;
  /** `2027-03-04T09:00:00Z` */
  moment(instant: string): string;
}

const roles = [
  'owner',
  'network_coordinator',
  'cluster_manager',
  'organisation_manager',
  'assistant',
  'meeting_host',
  'funder',
  'member',
] as const;
const kinds = ['network', 'cluster', 'organisation', 'committee'] as const;

const actions = new Map(
  Object.entries<TextKey>({
    'api-key.create': 'rights.log.actions.api-key-create',
    'audience.change': 'rights.log.actions.audience-change',
    'audience.create': 'rights.log.actions.audience-create',
    'audience.delete': 'rights.log.actions.audience-delete',
    'deputy.add': 'rights.log.actions.deputy-add',
    'deputy.end': 'rights.log.actions.deputy-end',
    'deputy.reorder': 'rights.log.actions.deputy-reorder',
    'duplicate.dismiss': 'rights.log.actions.duplicate-dismiss',
    'grant.end': 'rights.log.actions.grant-end',
    'grant.give': 'rights.log.actions.grant-give',
    'handover.decide': 'rights.log.actions.handover-decide',
    'imported-calendar.change': 'rights.log.actions.imported-calendar-change',
    'imported-calendar.create': 'rights.log.actions.imported-calendar-create',
    'imported-calendar.delete': 'rights.log.actions.imported-calendar-delete',
    'imported-calendar.upload': 'rights.log.actions.imported-calendar-upload',
    'institution.change': 'rights.log.actions.institution-change',
    'institution.create': 'rights.log.actions.institution-create',
    'institution.paper-head': 'rights.log.actions.institution-paper-head',
    'institution.tag': 'rights.log.actions.institution-tag',
    'invitation.answer': 'rights.log.actions.invitation-answer',
    'invitation.ask-deputy': 'rights.log.actions.invitation-ask-deputy',
    'invitation.end-reason': 'rights.log.actions.invitation-end-reason',
    'invitation.send': 'rights.log.actions.invitation-send',
    'invitation.substitute': 'rights.log.actions.invitation-substitute',
    'invitation.unite': 'rights.log.actions.invitation-unite',
    'invitation.withdraw': 'rights.log.actions.invitation-withdraw',
    'login.give': 'rights.log.actions.login-give',
    'login.withdraw': 'rights.log.actions.login-withdraw',
    'mandate.call-off': 'rights.log.actions.mandate-call-off',
    'mandate.end': 'rights.log.actions.mandate-end',
    'mandate.give': 'rights.log.actions.mandate-give',
    'meeting.add-walk-ins': 'rights.log.actions.meeting-add-walk-ins',
    'meeting.close-attendance': 'rights.log.actions.meeting-close-attendance',
    'meeting.make-door-link': 'rights.log.actions.meeting-make-door-link',
    'meeting.mark-attendance': 'rights.log.actions.meeting-mark-attendance',
    'meeting.reopen-attendance': 'rights.log.actions.meeting-reopen-attendance',
    'meeting.revoke-door-link': 'rights.log.actions.meeting-revoke-door-link',
    'meeting.add-file': 'rights.log.actions.meeting-add-file',
    'meeting.add-note': 'rights.log.actions.meeting-add-note',
    'meeting.change-file': 'rights.log.actions.meeting-change-file',
    'meeting.change-note': 'rights.log.actions.meeting-change-note',
    'meeting.delete-note': 'rights.log.actions.meeting-delete-note',
    'meeting.remove-file': 'rights.log.actions.meeting-remove-file',
    'meeting.send-message': 'rights.log.actions.meeting-send-message',
    'meeting.cancel': 'rights.log.actions.meeting-cancel',
    'meeting.change': 'rights.log.actions.meeting-change',
    'meeting.create': 'rights.log.actions.meeting-create',
    'meeting.follow-zone': 'rights.log.actions.meeting-follow-zone',
    'meeting.print': 'rights.log.actions.meeting-print',
    'meeting.publish': 'rights.log.actions.meeting-publish',
    'meeting.read-sensitive': 'rights.log.actions.meeting-read-sensitive',
    'meeting.remind': 'rights.log.actions.meeting-remind',
    'meeting.save-the-date': 'rights.log.actions.meeting-save-the-date',
    'membership.add': 'rights.log.actions.membership-add',
    'membership.correct': 'rights.log.actions.membership-correct',
    'membership.end': 'rights.log.actions.membership-end',
    'office.change': 'rights.log.actions.office-change',
    'office.create': 'rights.log.actions.office-create',
    'office.hand-over': 'rights.log.actions.office-hand-over',
    'office.hand-over-call-off': 'rights.log.actions.office-hand-over-call-off',
    'owner.grant': 'rights.log.actions.owner-grant',
    'person.certify': 'rights.log.actions.person-certify',
    'person.change': 'rights.log.actions.person-change',
    'person.create': 'rights.log.actions.person-create',
    'person.mark-address': 'rights.log.actions.person-mark-address',
    'person.merge': 'rights.log.actions.person-merge',
    'person.propose': 'rights.log.actions.person-propose',
    'person.tag': 'rights.log.actions.person-tag',
    'poll.change': 'rights.log.actions.poll-change',
    'poll.close': 'rights.log.actions.poll-close',
    'poll.create': 'rights.log.actions.poll-create',
    'poll.delete': 'rights.log.actions.poll-delete',
    'poll.open': 'rights.log.actions.poll-open',
    'poll.remind': 'rights.log.actions.poll-remind',
    'poll.take': 'rights.log.actions.poll-take',
    'poll.vote': 'rights.log.actions.poll-vote',
    'proposal.accept': 'rights.log.actions.proposal-accept',
    'proposal.decline': 'rights.log.actions.proposal-decline',
    'registration.approve': 'rights.log.actions.registration-approve',
    'registration.free': 'rights.log.actions.registration-free',
    'registration.lapse': 'rights.log.actions.registration-lapse',
    'registration.offer': 'rights.log.actions.registration-offer',
    'registration.promote': 'rights.log.actions.registration-promote',
    'registration.refuse': 'rights.log.actions.registration-refuse',
    'registration.reserve': 'rights.log.actions.registration-reserve',
    'sample.load': 'rights.log.actions.sample-load',
    'series.answer': 'rights.log.actions.series-answer',
    'series.ask-host': 'rights.log.actions.series-ask-host',
    'series.ask-swap': 'rights.log.actions.series-ask-swap',
    'series.change': 'rights.log.actions.series-change',
    'series.continue': 'rights.log.actions.series-continue',
    'series.create': 'rights.log.actions.series-create',
    'series.decide-date': 'rights.log.actions.series-decide-date',
    'series.end': 'rights.log.actions.series-end',
    'series.host-confirmed': 'rights.log.actions.series-host-confirmed',
    'series.host-declined': 'rights.log.actions.series-host-declined',
    'series.host-lapsed': 'rights.log.actions.series-host-lapsed',
    'series.invite': 'rights.log.actions.series-invite',
    'series.pause': 'rights.log.actions.series-pause',
    'series.set-hosts': 'rights.log.actions.series-set-hosts',
    'series.start': 'rights.log.actions.series-start',
    'series.swap': 'rights.log.actions.series-swap',
    'session.close': 'rights.log.actions.session-close',
    'session.open': 'rights.log.actions.session-open',
    'tag.create': 'rights.log.actions.tag-create',
    'tag.delete': 'rights.log.actions.tag-delete',
  }),
);

const fields = new Map<string, TextKey>([
  ['academicTitle', 'console.person.title'],
  ['allDay', 'rights.log.fields.all-day'],
  ['addresses', 'console.person.addresses'],
  ['address', 'rights.log.fields.address'],
  ['answer', 'rights.log.fields.answer'],
  ['answerByLocal', 'rights.log.fields.answer-by'],
  ['capacity', 'rights.log.fields.capacity'],
  ['colour', 'rights.log.fields.colour'],
  ['copyAddress', 'rights.log.fields.copy-address'],
  ['description', 'rights.log.fields.description'],
  ['endsAt', 'rights.log.fields.ends'],
  ['endsLocal', 'rights.log.fields.ends'],
  ['familyName', 'console.person.family-name'],
  ['fundingLine', 'papers.console.head.line'],
  ['givenName', 'console.person.given-name'],
  ['homeInstitutionId', 'rights.log.fields.home'],
  ['hostIds', 'rights.log.fields.hosts'],
  ['institutionId', 'rights.log.fields.institution'],
  ['kind', 'rights.log.fields.kind'],
  ['language', 'console.person.language'],
  ['listingIds', 'rights.log.fields.listings'],
  ['logos', 'papers.console.head.logos'],
  ['mailbox', 'rights.log.fields.mailbox'],
  ['meetingId', 'rights.log.fields.meeting'],
  ['memberId', 'rights.log.fields.member'],
  ['name', 'rights.log.fields.name'],
  ['note', 'rights.log.fields.note'],
  ['officeId', 'rights.log.fields.office'],
  ['onlineUrl', 'rights.log.fields.online'],
  ['organiserId', 'rights.log.fields.organiser'],
  ['paper', 'papers.console.paper'],
  ['parentId', 'rights.log.fields.parent'],
  ['personId', 'rights.columns.person'],
  ['phone', 'console.person.phone'],
  ['place', 'rights.log.fields.place'],
  ['position', 'console.person.position'],
  ['registration', 'rights.log.fields.registration'],
  ['reservedSeat', 'seating.words.kept'],
  ['role', 'rights.columns.role'],
  ['salutation', 'console.person.salutation'],
  ['seat', 'rights.log.fields.seat'],
  ['seats', 'rights.log.fields.seats'],
  ['shortName', 'rights.log.fields.short-name'],
  ['slug', 'rights.log.fields.slug'],
  ['startsAt', 'rights.log.fields.starts'],
  ['startsLocal', 'rights.log.fields.starts'],
  ['state', 'rights.log.fields.state'],
  ['title', 'rights.log.fields.title'],
  ['tzVersion', 'rights.log.fields.zone-data'],
  ['unionFunding', 'papers.console.head.union'],
  ['validFrom', 'console.period.from'],
  ['validUntil', 'console.period.until'],
  ['visibility', 'rights.log.fields.visibility'],
  ['website', 'rights.log.fields.website'],
  ['year', 'papers.console.year.year'],
  ['zone', 'rights.log.fields.zone'],
]);

/** What was done, in words; what this version does not know any more by its code. */
export function actionWords(action: string, t: Translator): string {
  const key = actions.get(action);
  return key === undefined ? action : t(key);
}

/** The field as forms call it; what has no words yet by its name. */
export function fieldWords(field: string, t: Translator): string {
  const key = fields.get(field);
  return key === undefined ? field : t(key);
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const WALL_CLOCK = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(:00)?$/;

const values = new Map<string, TextKey>([
  ['answer maybe', 'common.answer.maybe'],
  ['answer no', 'common.answer.no'],
  ['answer yes', 'common.answer.yes'],
  ['language de', 'console.language.names.de'],
  ['language en', 'console.language.names.en'],
  ['paper badges', 'papers.file-names.badges'],
  ['paper certificates', 'papers.file-names.certificates'],
  ['paper sign-in-sheet', 'papers.file-names.sign-in-sheet'],
  ['registration awaiting_approval', 'common.state.awaiting_approval'],
  ['registration cancelled', 'common.state.cancelled'],
  ['registration confirmed', 'common.state.confirmed'],
  ['registration declined', 'common.state.declined'],
  ['registration offered', 'common.state.offered'],
  ['registration tentative', 'common.state.tentative'],
  ['registration waitlisted', 'common.state.waitlisted'],
  ['salutation frau', 'console.person.salutations.frau'],
  ['salutation herr', 'console.person.salutations.herr'],
  ['salutation none', 'console.person.salutations.none'],
  ['state active', 'rights.log.values.active'],
  ['state cancelled', 'console.meeting.states.cancelled'],
  ['state draft', 'console.meeting.states.draft'],
  ['state published', 'console.meeting.states.published'],
  ['state withdrawn', 'console.answers.withdrawn'],
  ['unionFunding co-funded', 'papers.union.co-funded'],
  ['unionFunding funded', 'papers.union.funded'],
  ['unionFunding none', 'papers.console.head.unions.none'],
  ['visibility invited', 'console.meeting.visibilities.invited'],
  ['visibility members', 'console.meeting.visibilities.members'],
  ['visibility public', 'console.meeting.visibilities.public'],
  ['visibility unlisted', 'console.meeting.visibilities.unlisted'],
  ...roles.map((role) => [`role ${role}`, `rights.roles.${role}`] as const),
  ...kinds.map((kind) => [`kind ${kind}`, `console.institution.kind.${kind}`] as const),
]);

/** A field's value in the words it has elsewhere, else as it is written. */
export function fieldValueWords(field: string, value: unknown, words: ValueWords): string {
  const key = values.get(`${field} ${String(value)}`);
  return key === undefined ? valueWords(value, words) : words.t(key);
}

/** A value as somebody reads it: days and times in words, lists with commas, nothing as a dash. */
function valueWords(value: unknown, words: ValueWords): string {
  if (isNothing(value)) return '–';
  if (typeof value === 'string') return textWords(value, words);
  if (typeof value === 'boolean') return words.t(value ? 'common.answer.yes' : 'common.answer.no');
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.map((each) => valueWords(each, words)).join(', ');
  const text = value as LocalizedText;
  if ('de' in text || 'en' in text) return words.text(text);
  const parts = Object.values(value as object).filter((part) => !isNothing(part));
  return parts.length === 0 ? '–' : parts.map((part) => valueWords(part, words)).join(', ');
}

function textWords(text: string, words: ValueWords): string {
  if (DAY.test(text)) return words.day(text);
  if (INSTANT.test(text)) return words.moment(text);
  const [, day, time] = WALL_CLOCK.exec(text) ?? [];
  return day === undefined ? text : `${words.day(day)}, ${time}`;
}

function isNothing(value: unknown): boolean {
  return (
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  );
}
