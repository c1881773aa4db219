import type { OfficeKind } from '#contracts';
import type { Reader } from '#database';
import type { Id, LocalizedText, Temporal } from '#kernel';
import { Institution } from '../institution/institution.entity.js';
import { Membership } from '../institution/membership.entity.js';
import { Office } from '../office/office.entity.js';
import { isInForce } from '../period.sql.js';
import type { NamedInstitution } from './resolved-audience.js';

/** A cluster with one of its offices of the kind asked for; null if it has none. */
export interface ClusterOffice {
  readonly institution: NamedInstitution;
  readonly office: { readonly id: Id; readonly name: LocalizedText; readonly seats: number } | null;
}

interface Row {
  readonly institutionId: Id;
  readonly institutionName: LocalizedText;
  readonly officeId: Id | null;
  readonly officeName: LocalizedText;
  readonly seats: number;
}

/** The clusters that are members of the network on the day, by name, each with its offices of the kind. One query. */
export async function findClusterOffices(
  reader: Reader,
  asked: { networkId: Id; officeKind: OfficeKind; asOf: Temporal.PlainDate },
): Promise<readonly ClusterOffice[]> {
  const rows = await reader.manager
    .createQueryBuilder(Membership, 'membership')
    .innerJoin(Institution, 'cluster', `cluster.id = membership.memberId AND cluster.kind = 'cluster'`)
    .leftJoin(Office, 'office', 'office.institutionId = cluster.id AND office.kind = :officeKind')
    .select('cluster.id', 'institutionId')
    .addSelect('cluster.name', 'institutionName')
    .addSelect('office.id', 'officeId')
    .addSelect('office.name', 'officeName')
    .addSelect('office.seats', 'seats')
    .where('membership.institutionId = :networkId')
    .andWhere(isInForce('membership', ':asOf'))
    .setParameters(asked)
    .orderBy('cluster.sortName')
    .addOrderBy('cluster.id')
    .addOrderBy('office.id')
    .getRawMany<Row>();
  return rows.map(toClusterOffice);
}

function toClusterOffice(row: Row): ClusterOffice {
  const { institutionId, institutionName, officeId, officeName, seats } = row;
  return {
    institution: { id: institutionId, name: institutionName },
    office: officeId === null ? null : { id: officeId, name: officeName, seats },
  };
}
