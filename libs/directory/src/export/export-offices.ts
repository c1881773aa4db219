import { everyItem } from '#database';
import type { Reader } from '#database';
import type { Id } from '#kernel';
import type { Translator } from '#i18n';
import { listOffices } from '../office/list-offices.js';
import type { MandateView, OfficeView } from '../office/office-view.js';
import { dayCell, EXPORT_PAGE, textCell, titlesOf } from './export-words.js';
import type { ExportedRows, ExportRequest } from './export-words.js';

const holder = ['academicTitle', 'givenName', 'familyName', 'officeFrom', 'officeUntil'] as const;

/** The offices that the scope reaches with their holders of today, a row for each; a vacant one has a row of its own. */
export async function* exportOffices(
  reader: Reader,
  { scope, t, now, institutionId }: ExportRequest & { readonly institutionId?: Id | undefined },
): ExportedRows {
  yield [
    t('import.columns.institution'),
    ...titlesOf(t, ['office']),
    t('import.columns.seats'),
    t('import.columns.mailbox'),
    ...titlesOf(t, holder),
  ];
  const asked = { asOf: null, now, institutionId, limit: EXPORT_PAGE };
  for await (const offices of everyItem((cursor) => listOffices(reader, scope, { ...asked, cursor }))) {
    for (const office of offices) yield* rowsOf(office, t);
  }
}

function rowsOf(office: OfficeView, t: Translator): readonly (readonly string[])[] {
  const { institution, name, seats, mailbox, holders } = office;
  const head = [textCell(institution.name, t), textCell(name, t), String(seats), mailbox ?? ''];
  if (holders.length === 0) return [[...head, ...holder.map(() => '')]];
  return holders.map((mandate) => [...head, ...holderCells(mandate, t)]);
}

function holderCells({ person, validFrom, validUntil }: MandateView, t: Translator): readonly string[] {
  const { academicTitle, givenName, familyName } = person;
  return [academicTitle ?? '', givenName, familyName, dayCell(validFrom, t), dayCell(validUntil, t)];
}
