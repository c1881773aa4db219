import type { AuditEntryDto, GrantDto, HandoverDecisionDto, HandoverDto, MailItemDto } from '#contracts';
import { actionWords, changeWords, fieldWords, mailKindKey } from '#i18n';
import { dayOf, momentOf, sheet, textOf, yesNo } from './list-sheet.js';
import type { SheetWords } from './sheet-words.js';

export const mailSheet = sheet<MailItemDto>([
  ['sheets.columns.written-at', momentOf(({ createdAt }) => createdAt)],
  ['sheets.columns.mail-kind', ({ kind }, { t }) => t(mailKindKey(kind))],
  ['sheets.columns.state', ({ state }, { t }) => t(`console.mail.states.${state}`)],
  ['sheets.columns.recipient', ({ recipient }) => recipient],
  ['import.fields.email', ({ address }) => address],
  ['import.fields.language', ({ language }, { t }) => t(`import.languages.${language}`)],
  ['sheets.columns.subject', ({ subject }) => subject],
  ['sheets.columns.sent-at', momentOf(({ sentAt }) => sentAt)],
  ['sheets.columns.attempts', ({ attempts }) => attempts],
  ['sheets.columns.last-error', ({ lastError }) => lastError],
]);

export const grantSheet = sheet<GrantDto>([
  ['sheets.columns.person', ({ person }) => person.name],
  ['sheets.columns.role', ({ role }, { t }) => t(`rights.roles.${role}`)],
  ['sheets.columns.where', placeWords],
  ['sheets.columns.source', sourceWords],
  ['sheets.columns.from', dayOf(({ validFrom }) => validFrom)],
  ['sheets.columns.until', dayOf(({ validUntil }) => validUntil)],
  ['sheets.columns.signs-in', yesNo(({ signsIn }) => signsIn)],
]);

function placeWords({ institution, meeting }: GrantDto, { t, text }: SheetWords): string {
  if (institution !== null) return text(institution.name);
  return meeting === null ? t('rights.everywhere') : text(meeting.title);
}

function sourceWords({ source, office }: GrantDto, { t, text }: SheetWords): string {
  if (source === 'named') return t('rights.by-name');
  return office === null ? t('rights.by-office') : text(office);
}

/** Values that the list hides are no values here either. */
export const auditSheet = sheet<AuditEntryDto>([
  ['sheets.columns.at', momentOf(({ at }) => at)],
  ['sheets.columns.who', ({ actor }, { t }) => actor?.name ?? t('rights.log.nobody')],
  ['sheets.columns.channel', ({ channel }, { t }) => t(`rights.log.channels.${channel}`)],
  ['sheets.columns.what', ({ action }, { t }) => actionWords(action, t)],
  ['sheets.columns.about', ({ subject }) => subject.name],
  ['sheets.columns.changes', changesWords],
]);

function changesWords({ changes, hidden }: AuditEntryDto, words: SheetWords): string {
  const lines = changes.map((change) => {
    const { was, now } = changeWords(change, words);
    return `${fieldWords(change.field, words.t)}: ${was === null ? '' : `${was} → `}${now}`;
  });
  return [...lines, ...(hidden ? [words.t('rights.log.hidden')] : [])].join('; ');
}

export const handoverSheet = sheet<HandoverDto>([
  ['import.fields.office', textOf(({ office }) => office.name)],
  ['sheets.columns.institution', textOf(({ institution }) => institution.name)],
  ['sheets.columns.predecessor', ({ predecessor }) => predecessor.name],
  ['sheets.columns.last-day', dayOf(({ lastDay }) => lastDay)],
  ['sheets.columns.successor', ({ successor }) => successor?.name],
  ['sheets.columns.first-day', dayOf(({ firstDay }) => firstDay)],
  ['sheets.columns.started-at', momentOf(({ startedAt }) => startedAt)],
]);

export const handoverDecisionSheet = sheet<HandoverDecisionDto>([
  ['sheets.columns.meeting', textOf(({ meeting }) => meeting.title)],
  ['sheets.columns.starts', ({ meeting }, { clockCell }) => clockCell(meeting.startsLocal)],
  ['sheets.columns.zone', ({ meeting }) => meeting.zone],
  ['import.fields.office', textOf(({ office }) => office.name)],
  ['sheets.columns.institution', textOf(({ institution }) => institution.name)],
  ['sheets.columns.predecessor', ({ predecessor }) => predecessor.name],
  ['sheets.columns.answer', ({ answer }, { t }) => (answer === null ? '' : t(`sheets.answers.${answer}`))],
  ['sheets.columns.successor', ({ successor }) => successor?.name],
  ['sheets.columns.decision', ({ state }, { t }) => t(`sheets.decisions.${state}`)],
  ['sheets.columns.opened-at', momentOf(({ openedAt }) => openedAt)],
  ['sheets.columns.decided-at', momentOf(({ decidedAt }) => decidedAt)],
]);
