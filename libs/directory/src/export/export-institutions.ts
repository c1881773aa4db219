import { everyItem } from '#database';
import type { Reader } from '#database';
import type { Translator } from '#i18n';
import type { Id } from '#kernel';
import { findInstitutions } from '../institution/find-institutions.js';
import type { InstitutionView } from '../institution/institution-view.js';
import { getInstitution, listInstitutions } from '../institution/list-institutions.js';
import { listMembers } from '../institution/list-memberships.js';
import { dayCell, EXPORT_PAGE, textCell, titlesOf } from './export-words.js';
import type { ExportedRows, ExportRequest } from './export-words.js';

const described = ['organisation', 'organisationEn', 'organisationKind', 'seat', 'land', 'website'] as const;

/** The institutions that the scope reaches, by name. */
export async function* exportInstitutions(reader: Reader, { scope, t }: ExportRequest): ExportedRows {
  yield [
    t('import.columns.kind'),
    ...titlesOf(t, described),
    t('import.columns.field'),
    t('import.columns.slug'),
  ];
  const pages = everyItem((cursor) => listInstitutions(reader, scope, { cursor, limit: EXPORT_PAGE }));
  for await (const institutions of pages) {
    for (const institution of institutions) {
      const { kind, field, slug } = institution;
      const branch = field === null ? '' : textCell(field, t);
      yield [t(`import.institution-kinds.${kind}`), ...cellsOf(institution, t), branch, slug];
    }
  }
}

/**
 * Who belongs to an institution today, by name, with columns that an import knows again. Throws
 * `institution.not-found` before the first row.
 */
export async function exportMembers(
  reader: Reader,
  request: ExportRequest & { readonly institutionId: Id },
): Promise<ExportedRows> {
  await getInstitution(reader, request.scope, request.institutionId);
  return memberRows(reader, request);
}

async function* memberRows(
  reader: Reader,
  { scope, t, now, institutionId }: ExportRequest & { readonly institutionId: Id },
): ExportedRows {
  yield [...titlesOf(t, described), ...titlesOf(t, ['memberSince', 'memberUntil'])];
  const asked = { institutionId, now, asOf: null, limit: EXPORT_PAGE };
  for await (const members of everyItem((cursor) => listMembers(reader, scope, { ...asked, cursor }))) {
    const institutions = await findInstitutions(
      reader,
      members.map(({ member }) => member.id),
    );
    for (const { member, validFrom, validUntil } of members) {
      const institution = institutions.get(member.id);
      if (institution === undefined) continue;
      yield [...cellsOf(institution, t), dayCell(validFrom, t), dayCell(validUntil, t)];
    }
  }
}

function cellsOf(institution: InstitutionView, t: Translator): readonly string[] {
  const { name, organisationKind, seat, laender, website } = institution;
  return [
    name.de ?? '',
    name.en ?? '',
    organisationKind === null ? '' : t(`import.organisation-kinds.${organisationKind}`),
    seat ?? '',
    laender.join(', '),
    website ?? '',
  ];
}
