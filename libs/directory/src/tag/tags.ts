import type { AuthorizedScope } from '#access';
import { idPart, selectPage, toPage } from '#database';
import type { Keyset, Page, PageRequest, Reader } from '#database';
import type { Id, LocalizedText } from '#kernel';
import { Institution } from '../institution/institution.entity.js';
import { whereInstitutionReached } from '../rights/scope.sql.js';
import { Tag } from './tag.entity.js';

/** A tag and who keeps it. */
export interface TagView {
  readonly id: Id;
  readonly institution: { readonly id: Id; readonly name: LocalizedText };
  readonly name: string;
}

type Row = Omit<TagView, 'institution'> & {
  readonly institutionId: Id;
  readonly institutionName: LocalizedText;
};

const byName: Keyset<TagView> = {
  list: 'tags',
  parts: [{ path: 'tag.name', kind: 'text', of: (row) => row.name }, idPart('tag.id')],
};

/** A page of the tags that reached institutions keep, by name. One query. */
export async function listTags(
  reader: Reader,
  scope: AuthorizedScope,
  request: PageRequest,
): Promise<Page<TagView>> {
  const query = whereInstitutionReached(selectTags(reader), scope, 'tag.institutionId');
  const rows = await selectPage(query, byName, request).getRawMany<Row>();
  return toPage(rows.map(toView), byName, request);
}

/** The tags with these ids that reached institutions keep, by name. One query. */
export async function findTags(
  reader: Reader,
  scope: AuthorizedScope,
  ids: readonly Id[],
): Promise<readonly TagView[]> {
  if (ids.length === 0) return [];
  const query = selectTags(reader).where('tag.id = ANY(:ids)', { ids });
  whereInstitutionReached(query, scope, 'tag.institutionId').orderBy('tag.name').addOrderBy('tag.id');
  return (await query.getRawMany<Row>()).map(toView);
}

/** What the tags with these ids are called, by name. One query, none for no ids. */
export async function findTagNames(reader: Reader, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  if (ids.length === 0) return new Map();
  const rows: { id: Id; name: string }[] = await reader.manager.query(
    'SELECT id, name FROM tag WHERE id = ANY($1) ORDER BY name, id',
    [ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function selectTags(reader: Reader) {
  return reader.manager
    .createQueryBuilder(Tag, 'tag')
    .innerJoin(Institution, 'institution', 'institution.id = tag.institutionId')
    .select('tag.id', 'id')
    .addSelect('tag.name', 'name')
    .addSelect('institution.id', 'institutionId')
    .addSelect('institution.name', 'institutionName');
}

function toView({ id, name, institutionId, institutionName }: Row): TagView {
  return { id, name, institution: { id: institutionId, name: institutionName } };
}
