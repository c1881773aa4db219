import type { AuthorizedScope } from '#access';
import { searchWords } from '#database';
import type { Reader, WordSearch } from '#database';
import { INSTITUTION_COLUMNS } from '../institution/institution-view.js';
import type { InstitutionView } from '../institution/institution-view.js';
import { Institution } from '../institution/institution.entity.js';
import { whereInstitutionReached } from '../rights/scope.sql.js';

/** Institutions of every kind whom the scope reaches, by name, short name and seat. One query, four if few are found. */
export async function searchInstitutions(
  reader: Reader,
  scope: AuthorizedScope,
  search: WordSearch,
): Promise<readonly InstitutionView[]> {
  const select = () => {
    const query = reader.manager.createQueryBuilder(Institution, 'institution').select(INSTITUTION_COLUMNS);
    return whereInstitutionReached(query, scope, 'institution.id');
  };
  const parameters = { reached: scope.institutionIds };
  const reach = scope.everywhere
    ? null
    : { sql: 'SELECT unnest(CAST(:reached AS uuid[])) AS id', parameters };
  return searchWords(reader, { select, alias: 'institution', thenBy: 'institution.sortName', reach }, search);
}
