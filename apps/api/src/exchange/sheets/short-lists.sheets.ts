import type {
  DeputyDto,
  DoorLinkDto,
  HostSwapDto,
  MailState,
  MeetingFileDto,
  MeetingNoteDto,
  MessageDto,
  VacantOfficeDto,
} from '#contracts';
import { dayOf, momentOf, sheet, splitSheet, textOf } from './list-sheet.js';
import type { SheetWords } from './sheet-words.js';

/* Lists that come whole with one office, meeting or series. */

export const deputySheet = sheet<DeputyDto>([
  ['sheets.columns.rank', ({ rank }) => rank],
  ['sheets.columns.person', ({ person }) => person.name],
  ['sheets.columns.from', dayOf(({ validFrom }) => validFrom)],
  ['sheets.columns.until', dayOf(({ validUntil }) => validUntil)],
]);

export const vacantOfficeSheet = sheet<VacantOfficeDto>([
  ['import.fields.office', textOf(({ office }) => office.name)],
  ['sheets.columns.institution', textOf(({ institution }) => institution.name)],
  ['sheets.columns.predecessor', ({ predecessor }) => predecessor.name],
  ['sheets.columns.vacant-since', momentOf(({ since }) => since)],
]);

/** Without the links: whoever has one can check people in. */
export const doorLinkSheet = sheet<DoorLinkDto>([
  ['sheets.columns.name', ({ name }) => name],
  ['sheets.columns.created-at', momentOf(({ createdAt }) => createdAt)],
  ['sheets.columns.from', momentOf(({ opensAt }) => opensAt)],
  ['sheets.columns.until', momentOf(({ closesAt }) => closesAt)],
  ['sheets.columns.revoked-at', momentOf(({ revokedAt }) => revokedAt)],
]);

export const noteSheet = sheet<MeetingNoteDto>([
  ['sheets.columns.written-at', momentOf(({ writtenAt }) => writtenAt)],
  ['sheets.columns.author', ({ author }) => author?.name],
  ['sheets.columns.text', ({ text }) => text],
  ['sheets.columns.changed-at', momentOf(({ changedAt }) => changedAt)],
]);

export const meetingFileSheet = sheet<MeetingFileDto>([
  ['sheets.columns.name', ({ name }) => name],
  ['sheets.columns.bytes', ({ size }) => size],
  ['sheets.columns.for-whom', ({ audience }, { t }) => t(`host-view.files.audiences.${audience}`)],
  ['sheets.columns.added-by', ({ addedBy }) => addedBy?.name],
  ['sheets.columns.added-at', momentOf(({ addedAt }) => addedAt)],
]);

/** A row for everybody a message went to; one that went to nobody has one of its own. */
export const messageSheet = splitSheet(
  (message: MessageDto) =>
    (message.people.length === 0 ? [null] : message.people).map((reader) => ({ message, reader })),
  [
    ['sheets.columns.written-at', momentOf(({ message }) => message.writtenAt)],
    ['sheets.columns.author', ({ message }) => message.writtenBy?.name],
    ['sheets.columns.subject', textOf(({ message }) => message.subject)],
    ['sheets.columns.text', textOf(({ message }) => message.text)],
    ['sheets.columns.recipient', ({ reader }) => reader?.person.name],
    ['sheets.columns.state', ({ reader }, { t }) => reader && mailWords(reader.mail, t)],
  ],
);

function mailWords(mail: string | null, t: SheetWords['t']): string {
  return mail === null ? t('host-view.messages.pending') : t(`console.mail.states.${mail as MailState}`);
}

export const hostSwapSheet = sheet<HostSwapDto>([
  ['sheets.columns.first-date', ({ first }, { clockCell }) => clockCell(first.startsLocal)],
  ['sheets.columns.first-host', textOf(({ first }) => first.institution.name)],
  ['sheets.columns.first-agreed', momentOf(({ first }) => first.consentedAt)],
  ['sheets.columns.second-date', ({ second }, { clockCell }) => clockCell(second.startsLocal)],
  ['sheets.columns.second-host', textOf(({ second }) => second.institution.name)],
  ['sheets.columns.second-agreed', momentOf(({ second }) => second.consentedAt)],
  ['sheets.columns.deadline', momentOf(({ consentBy }) => consentBy)],
]);
