import type { AudienceDto } from '#contracts';
import type { Reader } from '#database';
import type { Id, Temporal } from '#kernel';
import { DomainError } from '#kernel';
import { findInstitutions } from '../institution/find-institutions.js';
import { findHolders } from '../office/find-holders.js';
import { findPeople } from '../person/find-people.js';
import { composeAudience } from './compose-audience.js';
import { findClusterOffices } from './find-cluster-offices.js';
import type { ResolvedAudience } from './resolved-audience.js';

/**
 * Who belongs to the audience on a day: the clusters that are members of the network on it, their offices of the kind,
 * and who holds these on it. Five queries, however many clusters. Throws `audience.network-unknown`.
 */
export async function resolveAudience(
  reader: Reader,
  { networkId, officeKind }: AudienceDto,
  asOf: Temporal.PlainDate,
): Promise<ResolvedAudience> {
  const network = (await findInstitutions(reader, [networkId])).get(networkId);
  if (network?.kind !== 'network') throw new DomainError('audience.network-unknown');
  const clusters = await findClusterOffices(reader, { networkId, officeKind, asOf });
  const officeIds = clusters.flatMap(({ office }) => (office === null ? [] : [office.id]));
  const mandates = await findHolders(
    reader,
    officeIds.map((officeId) => ({ officeId, day: asOf })),
  );
  const holderIds = new Set<Id>([...mandates.values()].flat().map(({ person }) => person.id));
  return composeAudience(clusters, mandates, await findPeople(reader, [...holderIds]));
}
