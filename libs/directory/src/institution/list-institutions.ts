import type { AuthorizedScope } from '#access';
import type { InstitutionKind } from '#contracts';
import { idPart, selectPage, toPage } from '#database';
import type { Keyset, Page, PageRequest, Reader } from '#database';
import { DomainError } from '#kernel';
import type { Id } from '#kernel';
import { INSTITUTION_COLUMNS } from './institution-view.js';
import type { InstitutionView } from './institution-view.js';
import { Institution } from './institution.entity.js';
import { whereInstitutionReached } from '../rights/scope.sql.js';

const byName: Keyset<InstitutionView> = {
  list: 'institutions',
  parts: [
    { path: 'institution.sortName', kind: 'text', of: (row) => row.sortName },
    idPart('institution.id'),
  ],
};

/** A page of institutions, of one kind if one is given, by name. One query. */
export async function listInstitutions(
  reader: Reader,
  scope: AuthorizedScope,
  request: PageRequest & { readonly kind?: InstitutionKind | undefined },
): Promise<Page<InstitutionView>> {
  const query = reader.manager.createQueryBuilder(Institution, 'institution').select(INSTITUTION_COLUMNS);
  if (request.kind !== undefined) query.where('institution.kind = :kind', { kind: request.kind });
  whereInstitutionReached(query, scope, 'institution.id');
  return toPage(await selectPage(query, byName, request).getMany(), byName, request);
}

/** One institution. Throws `institution.not-found`, also for one the scope does not reach. */
export async function getInstitution(
  reader: Reader,
  scope: AuthorizedScope,
  id: Id,
): Promise<InstitutionView> {
  const query = reader.manager
    .createQueryBuilder(Institution, 'institution')
    .select(INSTITUTION_COLUMNS)
    .where({ id });
  const institution = await whereInstitutionReached(query, scope, 'institution.id').getOne();
  if (institution === null) throw new DomainError('institution.not-found');
  return institution;
}
