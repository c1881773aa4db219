import type { AuthorizedScope } from '#access';
import type { InstitutionKind, Land, OrganisationKind } from '#contracts';
import { idPart, mapPage, selectPage, toPage } from '#database';
import type { Keyset, Page, PageRequest, Reader } from '#database';
import { DomainError } from '#kernel';
import type { Id, LocalizedText, Temporal } from '#kernel';
import { isInForce } from '../period.sql.js';
import { Institution } from './institution.entity.js';
import { getInstitution } from './list-institutions.js';
import { Membership } from './membership.entity.js';

/** An institution at one end of a membership. */
interface Side {
  readonly id: Id;
  readonly name: LocalizedText;
  readonly kind: InstitutionKind;
}

interface MemberFacts {
  readonly organisationKind: OrganisationKind | null;
  readonly seat: string | null;
  readonly laender: readonly Land[];
  readonly website: string | null;
}

export interface MembershipView {
  readonly id: Id;
  /** What is belonged to. */
  readonly institution: Side;
  readonly member: Side & MemberFacts;
  readonly validFrom: Temporal.PlainDate;
  readonly validUntil: Temporal.PlainDate | null;
  readonly version: number;
}

/** Whose memberships, and when. */
export interface MembershipRequest extends PageRequest {
  readonly institutionId: Id;
  /** Null: the present day in the institution's zone. */
  readonly asOf: Temporal.PlainDate | null;
  /** All there were, are and will be, whatever the day. */
  readonly allTime?: boolean;
  readonly now: Temporal.Instant;
}

type Row = Pick<Membership, 'id' | 'institutionId' | 'memberId' | 'validFrom' | 'validUntil'> & {
  readonly version: number;
  readonly name: LocalizedText;
  readonly kind: InstitutionKind;
  readonly sortName: string;
  readonly memberName: LocalizedText;
  readonly memberKind: InstitutionKind;
  readonly memberSortName: string;
} & MemberFacts;

const byMember: Keyset<Row> = {
  list: 'members',
  parts: [
    { path: 'member.sortName', kind: 'text', of: (row) => row.memberSortName },
    { path: 'membership.validFrom', kind: 'day', of: (row) => row.validFrom },
    idPart('membership.id'),
  ],
};

const byInstitution: Keyset<Row> = {
  list: 'memberships',
  parts: [
    { path: 'institution.sortName', kind: 'text', of: (row) => row.sortName },
    { path: 'membership.validFrom', kind: 'day', of: (row) => row.validFrom },
    idPart('membership.id'),
  ],
};

/** A page of those who belong to an institution, by name. Two queries. Throws `institution.not-found`. */
export async function listMembers(
  reader: Reader,
  scope: AuthorizedScope,
  request: MembershipRequest,
): Promise<Page<MembershipView>> {
  const query = await selectAsked(reader, scope, { ...request, side: 'institutionId' });
  const rows = await selectPage(query, byMember, request).getRawMany<Row>();
  return mapPage(toPage(rows, byMember, request), toView);
}

/** A page of what an institution belongs to, by name. Two queries. Throws `institution.not-found`. */
export async function listMemberships(
  reader: Reader,
  scope: AuthorizedScope,
  request: MembershipRequest,
): Promise<Page<MembershipView>> {
  const query = await selectAsked(reader, scope, { ...request, side: 'memberId' });
  const rows = await selectPage(query, byInstitution, request).getRawMany<Row>();
  return mapPage(toPage(rows, byInstitution, request), toView);
}

/** One membership. Throws `membership.not-found`. */
export async function getMembership(reader: Reader, id: Id): Promise<MembershipView> {
  const row = await selectMemberships(reader).where('membership.id = :id', { id }).getRawOne<Row>();
  if (row === undefined) throw new DomainError('membership.not-found');
  return toView(row);
}

type Asked = MembershipRequest & { readonly side: 'institutionId' | 'memberId' };

async function selectAsked(reader: Reader, scope: AuthorizedScope, asked: Asked) {
  const { institutionId, asOf, allTime = false, now, side } = asked;
  const { zone } = await getInstitution(reader, scope, institutionId);
  const query = selectMemberships(reader).where(`membership.${side} = :institutionId`, { institutionId });
  if (allTime) return query;
  const day = asOf ?? now.toZonedDateTimeISO(zone).toPlainDate();
  return query.andWhere(isInForce('membership', ':day'), { day });
}

function selectMemberships(reader: Reader) {
  return reader.manager
    .createQueryBuilder(Membership, 'membership')
    .innerJoin(Institution, 'institution', 'institution.id = membership.institutionId')
    .innerJoin(Institution, 'member', 'member.id = membership.memberId')
    .select('membership.id', 'id')
    .addSelect('membership.institutionId', 'institutionId')
    .addSelect('membership.memberId', 'memberId')
    .addSelect('membership.validFrom', 'validFrom')
    .addSelect('membership.validUntil', 'validUntil')
    .addSelect('membership.version', 'version')
    .addSelect('institution.name', 'name')
    .addSelect('institution.kind', 'kind')
    .addSelect('institution.sortName', 'sortName')
    .addSelect('member.name', 'memberName')
    .addSelect('member.kind', 'memberKind')
    .addSelect('member.sortName', 'memberSortName')
    .addSelect('member.organisationKind', 'organisationKind')
    .addSelect('member.seat', 'seat')
    .addSelect('member.laender', 'laender')
    .addSelect('member.website', 'website');
}

function toView(row: Row): MembershipView {
  const { id, institutionId, memberId, name, kind, memberName, memberKind, ...rest } = row;
  const { validFrom, validUntil, version } = rest;
  const { organisationKind, seat, laender, website } = row;
  return {
    id,
    institution: { id: institutionId, name, kind },
    member: { id: memberId, name: memberName, kind: memberKind, organisationKind, seat, laender, website },
    validFrom,
    validUntil,
    version,
  };
}
