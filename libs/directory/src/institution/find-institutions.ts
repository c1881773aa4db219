import type { InstitutionKind } from '#contracts';
import type { Reader } from '#database';
import type { Id } from '#kernel';
import { INSTITUTION_COLUMNS } from './institution-view.js';
import type { InstitutionView } from './institution-view.js';
import { Institution } from './institution.entity.js';
import { SlugHistory } from './slug-history.entity.js';

/** The institutions with these ids in one query, by id; unknown ids are missing from the map. */
export async function findInstitutions(
  reader: Reader,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, InstitutionView>> {
  if (ids.length === 0) return new Map();
  const rows = await selectInstitutions(reader).where('institution.id = ANY(:ids)', { ids }).getMany();
  return new Map(rows.map((row) => [row.id, row]));
}

/** An institution by its address. `moved`: it has another slug by now, which pages redirect to. */
export async function findInstitutionBySlug(
  reader: Reader,
  kind: InstitutionKind,
  slug: string,
): Promise<{ readonly institution: InstitutionView; readonly moved: boolean } | null> {
  const institution = await selectInstitutions(reader)
    .leftJoin(SlugHistory, 'old', 'old.institutionId = institution.id AND old.slug = :slug')
    .where('institution.kind = :kind AND (institution.slug = :slug OR old.slug = :slug)', { kind, slug })
    .getOne();
  return institution === null ? null : { institution, moved: institution.slug !== slug };
}

function selectInstitutions(reader: Reader) {
  return reader.manager.createQueryBuilder(Institution, 'institution').select(INSTITUTION_COLUMNS);
}
