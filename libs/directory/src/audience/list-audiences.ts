import type { AuthorizedScope } from '#access';
import type { AudienceRule } from '#contracts';
import { idPart, selectPage, toPage } from '#database';
import type { Keyset, Page, PageRequest, Reader } from '#database';
import { DomainError, pickText } from '#kernel';
import type { Id, LocalizedText } from '#kernel';
import { Institution } from '../institution/institution.entity.js';
import { displayName } from '../person/person-name.js';
import { whereInstitutionReached } from '../rights/scope.sql.js';
import { Audience } from './audience.entity.js';
import { referencesOf } from './rule-references.js';

/** What others get to see of a saved audience. */
export interface AudienceView {
  readonly id: Id;
  readonly institution: { readonly id: Id; readonly name: string };
  readonly name: LocalizedText;
  readonly sortName: string;
  readonly rule: AudienceRule;
  readonly version: number;
}

type Row = Omit<AudienceView, 'institution'> & {
  readonly institutionId: Id;
  readonly institutionName: string;
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
export async function nameReferences(
  reader: Reader,
  rule: AudienceRule,
): Promise<{ id: Id; name: string }[]> {
  const references = referencesOf(rule, '');
  const idsOf = (...to: string[]) => [
    ...new Set(references.flatMap((one) => (to.includes(one.to) ? [one.id] : []))),
  ];
  const audiences = await findAudienceNames(reader, idsOf('audience'));
  return [
    ...(await findNames(reader, NAMES.institution, idsOf('network', 'committee', 'institution'))),
    ...(await findNames(reader, NAMES.tag, idsOf('tag'))),
    ...(await findPersonNames(reader, idsOf('person'))),
    ...[...audiences].map(([id, name]) => ({ id, name: pickText(name, 'de').text })),
  ];
}

const NAMES = {
  institution: 'SELECT id, sort_name AS name FROM institution WHERE id = ANY($1) ORDER BY sort_name, id',
  tag: 'SELECT id, name FROM tag WHERE id = ANY($1) ORDER BY name, id',
} as const;

async function findNames(
  reader: Reader,
  sql: string,
  ids: readonly Id[],
): Promise<{ id: Id; name: string }[]> {
  return ids.length === 0 ? [] : reader.manager.query(sql, [ids]);
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
    .addSelect('institution.sortName', 'institutionName');
}

function toView({ id, name, sortName, rule, version, institutionId, institutionName }: Row): AudienceView {
  return { id, institution: { id: institutionId, name: institutionName }, name, sortName, rule, version };
}
