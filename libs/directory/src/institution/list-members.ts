import type { AuthorizedScope } from '#access';
import type { InstitutionKind } from '#contracts';
import { idPart, mapPage, selectPage, toPage } from '#database';
import type { Keyset, Page, PageRequest, Reader } from '#database';
import type { Id, LocalizedText, Temporal } from '#kernel';
import { isInForce } from '../period.sql.js';
import { Institution } from './institution.entity.js';
import { getInstitution } from './list-institutions.js';
import { Membership } from './membership.entity.js';

export interface MembershipView {
  readonly id: Id;
  readonly member: { readonly id: Id; readonly name: LocalizedText; readonly kind: InstitutionKind };
  readonly validFrom: Temporal.PlainDate;
  readonly validUntil: Temporal.PlainDate | null;
}

type Row = Pick<Membership, 'id' | 'memberId' | 'validFrom' | 'validUntil'> & {
  readonly name: LocalizedText;
  readonly sortName: string;
  readonly kind: InstitutionKind;
};

const byName: Keyset<Row> = {
  list: 'members',
  parts: [{ path: 'member.sortName', kind: 'text', of: (row) => row.sortName }, idPart('membership.id')],
};

/**
 * A page of those who belong to an institution on a day (null: the present day in its zone), by name. Two queries.
 * Throws `institution.not-found`.
 */
export async function listMembers(
  reader: Reader,
  scope: AuthorizedScope,
  request: PageRequest & {
    readonly institutionId: Id;
    readonly asOf: Temporal.PlainDate | null;
    readonly now: Temporal.Instant;
  },
): Promise<Page<MembershipView>> {
  const { institutionId, now } = request;
  const { zone } = await getInstitution(reader, scope, institutionId);
  const day = request.asOf ?? now.toZonedDateTimeISO(zone).toPlainDate();
  const query = reader.manager
    .createQueryBuilder(Membership, 'membership')
    .innerJoin(Institution, 'member', 'member.id = membership.memberId')
    .select('membership.id', 'id')
    .addSelect('membership.memberId', 'memberId')
    .addSelect('membership.validFrom', 'validFrom')
    .addSelect('membership.validUntil', 'validUntil')
    .addSelect('member.name', 'name')
    .addSelect('member.sortName', 'sortName')
    .addSelect('member.kind', 'kind')
    .where('membership.institutionId = :institutionId', { institutionId })
    .andWhere(isInForce('membership', ':day'), { day });
  const rows = await selectPage(query, byName, request).getRawMany<Row>();
  return mapPage(toPage(rows, byName, request), toView);
}

function toView({ id, memberId, name, kind, validFrom, validUntil }: Row): MembershipView {
  return { id, member: { id: memberId, name, kind }, validFrom, validUntil };
}
