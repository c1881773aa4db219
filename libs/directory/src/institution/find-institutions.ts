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

/**
 * An institution by its address; one query, and a second one for an address that is not in use. `moved`: it has
 * another slug by now, which pages redirect to.
 */
export async function findInstitutionBySlug(
  reader: Reader,
  kind: InstitutionKind,
  slug: string,
): Promise<{ readonly institution: InstitutionView; readonly moved: boolean } | null> {
  const present = await selectInstitutions(reader).where({ kind, slug }).getOne();
  if (present !== null) return { institution: present, moved: false };
  const former = await selectInstitutions(reader)
    .innerJoin(SlugHistory, 'old', 'old.institutionId = institution.id')
    .where('old.kind = :kind AND old.slug = :slug', { kind, slug })
    .getOne();
  return former === null ? null : { institution: former, moved: true };
}

function selectInstitutions(reader: Reader) {
  return reader.manager.createQueryBuilder(Institution, 'institution').select(INSTITUTION_COLUMNS);
}
