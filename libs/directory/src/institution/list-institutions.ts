import type { AuthorizedScope } from '#access';
import type { InstitutionKind, Land } from '#contracts';
import { idPart, selectPage, toPage } from '#database';
import type { Keyset, Page, PageRequest, Reader } from '#database';
import { DomainError } from '#kernel';
import type { Id, Temporal } from '#kernel';
import { INSTITUTION_COLUMNS } from './institution-view.js';
import type { InstitutionView } from './institution-view.js';
import { Institution } from './institution.entity.js';
import { Membership } from './membership.entity.js';
import { isInForce } from '../period.sql.js';
import { whereInstitutionReached } from '../rights/scope.sql.js';
import type { SelectQueryBuilder } from 'typeorm';

const byName: Keyset<InstitutionView> = {
  list: 'institutions',
  parts: [
    { path: 'institution.sortName', kind: 'text', of: (row) => row.sortName },
    idPart('institution.id'),
  ],
};

/** The members of an institution, as of a day (null: the present day in its zone). */
export interface MembersOf {
  readonly institutionId: Id;
  readonly asOf: Temporal.PlainDate | null;
  readonly now: Temporal.Instant;
}

/** Which institutions are asked for; what is not said does not matter. */
export interface InstitutionFilter {
  readonly kind?: InstitutionKind | undefined;
  /** The committees of this one. */
  readonly parentId?: Id | undefined;
  readonly membersOf?: MembersOf | undefined;
  readonly land?: Land | undefined;
  /** Words of the branch, in any language it is written in. */
  readonly field?: string | undefined;
}

/** A page of institutions by name. One query. */
export async function listInstitutions(
  reader: Reader,
  scope: AuthorizedScope,
  request: PageRequest & InstitutionFilter,
): Promise<Page<InstitutionView>> {
  const query = reader.manager.createQueryBuilder(Institution, 'institution').select(INSTITUTION_COLUMNS);
  filter(query, request);
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

function filter(query: SelectQueryBuilder<Institution>, asked: InstitutionFilter): void {
  const { kind, parentId, membersOf, land, field } = asked;
  if (kind !== undefined) query.andWhere('institution.kind = :kind', { kind });
  if (parentId !== undefined) query.andWhere('institution.parentId = :parentId', { parentId });
  if (land !== undefined) query.andWhere('institution.laender @> CAST(ARRAY[:land] AS text[])', { land });
  if (field !== undefined) {
    const pattern = `%${field.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    const either = `(institution.field ->> 'de' ILIKE :field OR institution.field ->> 'en' ILIKE :field)`;
    query.andWhere(either, { field: pattern });
  }
  if (membersOf !== undefined) filterMembers(query, membersOf);
}

function filterMembers(query: SelectQueryBuilder<Institution>, asked: MembersOf): void {
  const today = '(CAST(:now AS timestamptz) AT TIME ZONE network.zone)::date';
  const members = query
    .subQuery()
    .select('membership.memberId')
    .from(Membership, 'membership')
    .innerJoin(Institution, 'network', 'network.id = membership.institutionId')
    .where('network.id = :institutionId')
    .andWhere(isInForce('membership', `COALESCE(CAST(:asOf AS date), ${today})`));
  query.andWhere(`institution.id IN ${members.getQuery()}`, { ...asked });
}
