import type { AuthorizedScope } from '#access';
import type { AudienceRule } from '#contracts';
import { idPart, selectPage, toPage } from '#database';
import type { Keyset, Page, PageRequest, Reader } from '#database';
import { DomainError } from '#kernel';
import type { Id, LocalizedText } from '#kernel';
import { findInstitutions } from '../institution/find-institutions.js';
import { Institution } from '../institution/institution.entity.js';
import { displayName } from '../person/person-name.js';
import { whereInstitutionReached } from '../rights/scope.sql.js';
import { Audience } from './audience.entity.js';
import { referencesOf } from './rule-references.js';
import { findTagNames } from '../tag/tags.js';

/** What others get to see of a saved audience. */
export interface AudienceView {
  readonly id: Id;
  readonly institution: { readonly id: Id; readonly name: LocalizedText };
  readonly name: LocalizedText;
  readonly sortName: string;
  readonly rule: AudienceRule;
  readonly version: number;
}

type Row = Omit<AudienceView, 'institution'> & {
  readonly institutionId: Id;
  readonly institutionName: LocalizedText;
};

const byName: Keyset<AudienceView> = {
  list: 'audiences',
  parts: [{ path: 'audience.sortName', kind: 'text', of: (row) => row.sortName }, idPart('audience.id')],
};

/** A page of saved audiences, by name. One query. */
export async function listAudiences(
  reader: Reader,
  scope: AuthorizedScope,
  request: PageRequest,
): Promise<Page<AudienceView>> {
  const query = whereInstitutionReached(selectAudiences(reader), scope, 'audience.institutionId');
  const rows = await selectPage(query, byName, request).getRawMany<Row>();
  return toPage(rows.map(toView), byName, request);
}

/** One saved audience. Throws `audience.not-found`, also for one the scope does not reach. */
export async function getAudience(reader: Reader, scope: AuthorizedScope, id: Id): Promise<AudienceView> {
  const query = selectAudiences(reader).where('audience.id = :id', { id });
  const row = await whereInstitutionReached(query, scope, 'audience.institutionId').getRawOne<Row>();
  if (row === undefined) throw new DomainError('audience.not-found');
  return toView(row);
}

/** The names of these saved audiences, by id. One query. */
export async function findAudienceNames(
  reader: Reader,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, LocalizedText>> {
  if (ids.length === 0) return new Map();
  const rows: { id: Id; name: LocalizedText }[] = await reader.manager.query(
    'SELECT id, name FROM audience WHERE id = ANY($1)',
    [ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** What a rule mentions, by name, each once; what is no longer there is missing. At most four queries. */
export async function nameReferences(reader: Reader, rule: AudienceRule) {
  const references = referencesOf(rule, '');
  const idsOf = (...to: string[]) => [
    ...new Set(references.flatMap((one) => (to.includes(one.to) ? [one.id] : []))),
  ];
  const audiences = await findAudienceNames(reader, idsOf('audience'));
  const institutions = await findInstitutions(reader, idsOf('network', 'committee', 'institution'));
  return {
    institutions: [...institutions.values()].map(({ id, name }) => ({ id, name })),
    people: await findPersonNames(reader, idsOf('person')),
    tags: [...(await findTagNames(reader, idsOf('tag')))].map(([id, name]) => ({ id, name })),
    audiences: [...audiences].map(([id, name]) => ({ id, name })),
  };
}

async function findPersonNames(reader: Reader, ids: readonly Id[]): Promise<{ id: Id; name: string }[]> {
  if (ids.length === 0) return [];
  const rows: { id: Id; academicTitle: string | null; givenName: string; familyName: string }[] =
    await reader.manager.query(
      `SELECT id, academic_title AS "academicTitle", given_name AS "givenName", family_name AS "familyName"
         FROM person WHERE id = ANY($1) ORDER BY family_name, given_name, id`,
      [ids],
    );
  return rows.map((row) => ({ id: row.id, name: displayName(row) }));
}

function selectAudiences(reader: Reader) {
  return reader.manager
    .createQueryBuilder(Audience, 'audience')
    .innerJoin(Institution, 'institution', 'institution.id = audience.institutionId')
    .select('audience.id', 'id')
    .addSelect('audience.name', 'name')
    .addSelect('audience.sortName', 'sortName')
    .addSelect('audience.rule', 'rule')
    .addSelect('audience.version', 'version')
    .addSelect('institution.id', 'institutionId')
    .addSelect('institution.name', 'institutionName');
}

function toView({ id, name, sortName, rule, version, institutionId, institutionName }: Row): AudienceView {
  return { id, institution: { id: institutionId, name: institutionName }, name, sortName, rule, version };
}
