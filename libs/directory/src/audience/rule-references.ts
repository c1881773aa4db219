import { findScope } from '#access';
import type { Actor, AuthorizedScope } from '#access';
import type { AudienceClause, AudienceRule } from '#contracts';
import type { Reader } from '#database';
import { FieldsError } from '#kernel';
import type { Id } from '#kernel';
import { Institution } from '../institution/institution.entity.js';
import { findReadablePeople } from '../rights/find-readable-people.js';
import { whereInstitutionReached } from '../rights/scope.sql.js';
import { Tag } from '../tag/tag.entity.js';
import { Audience } from './audience.entity.js';

/** What a rule names, and where (a JSON pointer). */
export interface RuleReference {
  readonly pointer: string;
  readonly to: 'network' | 'committee' | 'institution' | 'tag' | 'person' | 'audience';
  readonly id: Id;
}

const CODES: Readonly<Record<RuleReference['to'], string>> = {
  network: 'audience.network-unknown',
  committee: 'audience.committee-unknown',
  institution: 'institution.not-found',
  tag: 'tag.not-found',
  person: 'person.not-found',
  audience: 'audience.not-found',
};

/** Everything that a rule refers to; `at` is the rule's own pointer. Pure. */
export function referencesOf({ include, exclude }: AudienceRule, at: string): readonly RuleReference[] {
  const of = (list: string, clauses: readonly AudienceClause[]) =>
    clauses.flatMap((clause, index) => referencesIn(clause, `${at}/${list}/${index}`));
  return [...of('include', include), ...of('exclude', exclude)];
}

/**
 * Refuses references to what is not there, is of another kind, or is not within the actor's reach: people and tags
 * are those whose contact data the actor may read. Throws `FieldsError` with every such place. At most four queries.
 */
export async function assertReferences(
  reader: Reader,
  actor: Actor,
  references: readonly RuleReference[],
): Promise<void> {
  const idsOf = (...to: RuleReference['to'][]) =>
    references.flatMap((reference) => (to.includes(reference.to) ? [reference.id] : []));
  const kinds = await findKinds(reader, idsOf('network', 'committee', 'institution'));
  const readable = findScope(actor, 'person.read');
  const known = new Set([
    ...(await findTags(reader, readable, idsOf('tag'))),
    ...(await findReadablePeople(reader, actor, idsOf('person'))),
    ...(await findAudiences(reader, findScope(actor, 'audience.use'), idsOf('audience'))),
  ]);
  const isThere = ({ to, id }: RuleReference) => {
    if (to === 'institution') return kinds.has(id);
    return to === 'network' || to === 'committee' ? kinds.get(id) === to : known.has(id);
  };
  const missing = references.filter((reference) => !isThere(reference));
  if (missing.length === 0) return;
  throw new FieldsError(missing.map(({ pointer, to }) => ({ pointer, code: CODES[to], params: {} })));
}

function referencesIn(clause: AudienceClause, at: string): readonly RuleReference[] {
  switch (clause.kind) {
    case 'network-offices':
      return [{ pointer: `${at}/networkId`, to: 'network', id: clause.networkId }];
    case 'institution-offices':
      return [{ pointer: `${at}/institutionId`, to: 'institution', id: clause.institutionId }];
    case 'region-offices':
      return [];
    case 'committee':
      return [{ pointer: `${at}/committeeId`, to: 'committee', id: clause.committeeId }];
    case 'members':
      return membersReferences(clause, at);
    case 'tag':
      return [{ pointer: `${at}/tagId`, to: 'tag', id: clause.tagId }];
    case 'people':
      return clause.personIds.map((id, index) => ({
        pointer: `${at}/personIds/${index}`,
        to: 'person',
        id,
      }));
    case 'audience':
      return [{ pointer: `${at}/audienceId`, to: 'audience', id: clause.audienceId }];
  }
}

function membersReferences(
  { institutionId, contactTagId }: Extract<AudienceClause, { kind: 'members' }>,
  at: string,
): readonly RuleReference[] {
  const institution = { pointer: `${at}/institutionId`, to: 'institution', id: institutionId } as const;
  if (contactTagId === null) return [institution];
  return [institution, { pointer: `${at}/contactTagId`, to: 'tag', id: contactTagId }];
}

async function findKinds(reader: Reader, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.manager
    .createQueryBuilder(Institution, 'institution')
    .select(['institution.id', 'institution.kind'])
    .where('institution.id = ANY(:ids)', { ids })
    .getMany();
  return new Map(rows.map(({ id, kind }) => [id, kind]));
}

async function findTags(reader: Reader, scope: AuthorizedScope | null, ids: readonly Id[]) {
  if (scope === null || ids.length === 0) return new Set<Id>();
  const query = reader.manager
    .createQueryBuilder(Tag, 'tag')
    .select('tag.id', 'id')
    .where('tag.id = ANY(:ids)', { ids });
  return idsIn(await whereInstitutionReached(query, scope, 'tag.institutionId').getRawMany<{ id: Id }>());
}

async function findAudiences(reader: Reader, scope: AuthorizedScope | null, ids: readonly Id[]) {
  if (scope === null || ids.length === 0) return new Set<Id>();
  const query = reader.manager
    .createQueryBuilder(Audience, 'audience')
    .select('audience.id', 'id')
    .where('audience.id = ANY(:ids)', { ids });
  return idsIn(
    await whereInstitutionReached(query, scope, 'audience.institutionId').getRawMany<{ id: Id }>(),
  );
}

function idsIn(rows: readonly { readonly id: Id }[]): ReadonlySet<Id> {
  return new Set(rows.map(({ id }) => id));
}
