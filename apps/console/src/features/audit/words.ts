import type { AuditEntryDto } from '#contracts';
import type { TextKey, Translator } from '#i18n';
import { dayWords, momentWords } from '../../ui/moment.js';
import { pickLocal } from '../../ui/local-text.js';
import type { Language } from '../../ui/use-text.js';

const actions = new Map<string, TextKey>([
  ['api-key.create', 'rights.log.actions.api-key-create'],
  ['grant.end', 'rights.log.actions.grant-end'],
  ['grant.give', 'rights.log.actions.grant-give'],
  ['institution.change', 'rights.log.actions.institution-change'],
  ['institution.create', 'rights.log.actions.institution-create'],
  ['invitation.answer', 'rights.log.actions.invitation-answer'],
  ['invitation.send', 'rights.log.actions.invitation-send'],
  ['invitation.withdraw', 'rights.log.actions.invitation-withdraw'],
  ['login.give', 'rights.log.actions.login-give'],
  ['mandate.end', 'rights.log.actions.mandate-end'],
  ['mandate.give', 'rights.log.actions.mandate-give'],
  ['meeting.cancel', 'rights.log.actions.meeting-cancel'],
  ['meeting.change', 'rights.log.actions.meeting-change'],
  ['meeting.create', 'rights.log.actions.meeting-create'],
  ['meeting.publish', 'rights.log.actions.meeting-publish'],
  ['membership.add', 'rights.log.actions.membership-add'],
  ['office.change', 'rights.log.actions.office-change'],
  ['office.create', 'rights.log.actions.office-create'],
  ['owner.grant', 'rights.log.actions.owner-grant'],
  ['person.change', 'rights.log.actions.person-change'],
  ['person.create', 'rights.log.actions.person-create'],
  ['registration.promote', 'rights.log.actions.registration-promote'],
  ['sample.load', 'rights.log.actions.sample-load'],
  ['session.close', 'rights.log.actions.session-close'],
  ['session.open', 'rights.log.actions.session-open'],
]);

const fields = new Map<string, TextKey>([
  ['academicTitle', 'console.person.title'],
  ['addresses', 'console.person.addresses'],
  ['address', 'rights.log.fields.address'],
  ['answer', 'rights.log.fields.answer'],
  ['answerByLocal', 'rights.log.fields.answer-by'],
  ['capacity', 'rights.log.fields.capacity'],
  ['colour', 'rights.log.fields.colour'],
  ['copyAddress', 'rights.log.fields.copy-address'],
  ['description', 'rights.log.fields.description'],
  ['endsLocal', 'rights.log.fields.ends'],
  ['familyName', 'console.person.family-name'],
  ['givenName', 'console.person.given-name'],
  ['homeInstitutionId', 'rights.log.fields.home'],
  ['hostIds', 'rights.log.fields.hosts'],
  ['institutionId', 'rights.log.fields.institution'],
  ['kind', 'rights.log.fields.kind'],
  ['language', 'console.person.language'],
  ['listingIds', 'rights.log.fields.listings'],
  ['mailbox', 'rights.log.fields.mailbox'],
  ['meetingId', 'rights.log.fields.meeting'],
  ['memberId', 'rights.log.fields.member'],
  ['name', 'rights.log.fields.name'],
  ['note', 'rights.log.fields.note'],
  ['officeId', 'rights.log.fields.office'],
  ['onlineUrl', 'rights.log.fields.online'],
  ['organiserId', 'rights.log.fields.organiser'],
  ['parentId', 'rights.log.fields.parent'],
  ['personId', 'rights.columns.person'],
  ['phone', 'console.person.phone'],
  ['place', 'rights.log.fields.place'],
  ['position', 'console.person.position'],
  ['registration', 'rights.log.fields.registration'],
  ['role', 'rights.columns.role'],
  ['salutation', 'console.person.salutation'],
  ['seat', 'rights.log.fields.seat'],
  ['seats', 'rights.log.fields.seats'],
  ['shortName', 'rights.log.fields.short-name'],
  ['slug', 'rights.log.fields.slug'],
  ['startsLocal', 'rights.log.fields.starts'],
  ['state', 'rights.log.fields.state'],
  ['title', 'rights.log.fields.title'],
  ['validFrom', 'console.period.from'],
  ['validUntil', 'console.period.until'],
  ['visibility', 'rights.log.fields.visibility'],
  ['website', 'rights.log.fields.website'],
  ['zone', 'rights.log.fields.zone'],
]);

/** What was done, in words; what has none yet by its code. */
export function actionWords({ action }: Pick<AuditEntryDto, 'action'>, t: Translator): string {
  const key = actions.get(action);
  return key === undefined ? action : t(key);
}

export function fieldWords(field: string, t: Translator): string {
  const key = fields.get(field);
  return key === undefined ? field : t(key);
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const WALL_CLOCK = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(:00)?$/;

/** A value as somebody reads it: days and times in words, lists with commas, nothing as a dash. */
export function valueWords(value: unknown, language: Language): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'string') return textWords(value, language);
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) {
    return value.length === 0 ? '–' : value.map((each) => valueWords(each, language)).join(', ');
  }
  const text = value as { readonly de?: string; readonly en?: string };
  if ('de' in text || 'en' in text) return pickLocal(text, language).text;
  const parts = Object.values(value).filter((part) => part !== null && part !== '');
  return parts.length === 0 ? '–' : parts.map((part) => valueWords(part, language)).join(', ');
}

function textWords(text: string, language: Language): string {
  if (DAY.test(text)) return dayWords(text, language);
  if (INSTANT.test(text)) return momentWords(text, language);
  const [, day, time] = WALL_CLOCK.exec(text) ?? [];
  return day === undefined ? text : `${dayWords(day, language)}, ${time}`;
}
