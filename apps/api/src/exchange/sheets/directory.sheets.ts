import type { DeputyDto, ListItem, MandateDto, OfficeDto } from '#contracts';
import { dayOf, momentOf, sheet, splitSheet, textOf } from './list-sheet.js';

type Membership = ListItem<'listMembers'>;

/** With titles that an import knows again. */
export const institutionSheet = sheet<ListItem<'listInstitutions'>>([
  ['sheets.columns.kind', ({ kind }, { t }) => t(`import.institution-kinds.${kind}`)],
  ['import.fields.organisation', ({ name }) => name.de],
  ['import.fields.organisationEn', ({ name }) => name.en],
  [
    'import.fields.organisationKind',
    ({ organisationKind: kind }, { t }) => (kind === null ? '' : t(`import.organisation-kinds.${kind}`)),
  ],
  ['import.fields.seat', ({ seat }) => seat],
  ['import.fields.land', ({ laender }) => laender.join(', ')],
  ['import.fields.website', ({ website }) => website],
  ['sheets.columns.field', textOf(({ field }) => field)],
  ['sheets.columns.slug', ({ slug }) => slug],
]);

/** With titles that an import knows again. */
export const memberSheet = sheet<Membership>([
  ['import.fields.organisation', ({ member }) => member.name.de],
  ['import.fields.organisationEn', ({ member }) => member.name.en],
  [
    'import.fields.organisationKind',
    ({ member: { organisationKind: kind } }, { t }) =>
      kind === null ? '' : t(`import.organisation-kinds.${kind}`),
  ],
  ['import.fields.seat', ({ member }) => member.seat],
  ['import.fields.land', ({ member }) => member.laender.join(', ')],
  ['import.fields.website', ({ member }) => member.website],
  ['import.fields.memberSince', dayOf(({ validFrom }) => validFrom)],
  ['import.fields.memberUntil', dayOf(({ validUntil }) => validUntil)],
]);

export const membershipSheet = sheet<Membership>([
  ['sheets.columns.institution', textOf(({ institution }) => institution.name)],
  ['sheets.columns.kind', ({ institution }, { t }) => t(`import.institution-kinds.${institution.kind}`)],
  ['import.fields.memberSince', dayOf(({ validFrom }) => validFrom)],
  ['import.fields.memberUntil', dayOf(({ validUntil }) => validUntil)],
]);

/** A row for every holder; a vacant office has one of its own. */
export const officeSheet = splitSheet(
  (office: OfficeDto) =>
    (office.holders.length === 0 ? [null] : office.holders).map((holder) => ({ office, holder })),
  [
    ['sheets.columns.institution', textOf(({ office }) => office.institution.name)],
    ['import.fields.office', textOf(({ office }) => office.name)],
    ['sheets.columns.office-kind', ({ office }, { t }) => t(`directory.office-kinds.${office.kind}`)],
    ['sheets.columns.seats', ({ office }) => office.seats],
    ['sheets.columns.mailbox', ({ office }) => office.mailbox],
    ['sheets.columns.copy-address', ({ office }) => office.copyAddress],
    ['sheets.columns.holder', ({ holder }) => holder?.person.name],
    ['import.fields.officeFrom', dayOf(({ holder }) => holder?.validFrom)],
    ['import.fields.officeUntil', dayOf(({ holder }) => holder?.validUntil)],
    ['sheets.columns.deputies', ({ office }) => deputyNames(office.deputies)],
  ],
);

function deputyNames(deputies: readonly DeputyDto[]): string {
  return deputies.map(({ person }) => person.name).join('; ');
}

export const officeMandateSheet = sheet<MandateDto>([
  ['sheets.columns.holder', ({ person }) => person.name],
  ['sheets.columns.seat', ({ seat }) => seat],
  ['sheets.columns.from', dayOf(({ validFrom }) => validFrom)],
  ['sheets.columns.until', dayOf(({ validUntil }) => validUntil)],
]);

export const personMandateSheet = sheet<ListItem<'listPersonMandates'>>([
  ['import.fields.office', textOf(({ office }) => office.name)],
  ['sheets.columns.office-kind', ({ office }, { t }) => t(`directory.office-kinds.${office.kind}`)],
  ['sheets.columns.institution', textOf(({ institution }) => institution.name)],
  ['sheets.columns.seat', ({ seat }) => seat],
  ['sheets.columns.from', dayOf(({ validFrom }) => validFrom)],
  ['sheets.columns.until', dayOf(({ validUntil }) => validUntil)],
]);

export const tagSheet = sheet<ListItem<'listTags'>>([
  ['sheets.columns.name', ({ name }) => name],
  ['sheets.columns.institution', textOf(({ institution }) => institution.name)],
]);

export const audienceSheet = sheet<ListItem<'listAudiences'>>([
  ['sheets.columns.name', textOf(({ name }) => name)],
  ['sheets.columns.institution', textOf(({ institution }) => institution.name)],
]);

export const importedCalendarSheet = sheet<ListItem<'listImportedCalendars'>>([
  ['sheets.columns.name', textOf(({ name }) => name)],
  ['sheets.columns.institution', textOf(({ institution }) => institution?.name)],
  ['import.fields.land', ({ laender }) => laender.join(', ')],
  ['sheets.columns.web-address', ({ address }) => address],
  ['sheets.columns.entries', ({ entries }) => entries],
  ['sheets.columns.refreshed', momentOf(({ refreshedAt }) => refreshedAt)],
  ['sheets.columns.failing-since', momentOf(({ failure }) => failure?.since)],
]);
