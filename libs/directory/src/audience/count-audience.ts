import type { Land } from '#contracts';
import type { Id } from '#kernel';
import type { AudienceFacts, FactInstitution } from './audience-facts.js';
import type { AudiencePerson, AudienceReason, ResolvedAudience, Vacancy } from './resolved-audience.js';

/**
 * How many people stand for each cluster, by its reasons: a cluster for itself, a committee for the cluster whose
 * committee it is. A cluster of which only vacancies are known counts nobody.
 */
export function countByCluster(
  people: readonly AudiencePerson[],
  vacancies: readonly Vacancy[],
  { institutions }: AudienceFacts,
): ResolvedAudience['clusters'] {
  const counts = new Map<Id, { institution: FactInstitution; people: number }>();
  const clusterOf = (id: Id | null) => representedBy(id, institutions, 'cluster');
  const add = (cluster: FactInstitution, more: number) => {
    const { people: before } = counts.get(cluster.id) ?? { people: 0 };
    counts.set(cluster.id, { institution: cluster, people: before + more });
  };
  for (const { reasons } of people) {
    const clusters = reasons.flatMap(({ institutionId }) => clusterOf(institutionId) ?? []);
    for (const cluster of new Set(clusters)) add(cluster, 1);
  }
  for (const { institution } of vacancies) {
    const cluster = clusterOf(institution.id);
    if (cluster !== null) add(cluster, 0);
  }
  return [...counts.values()].map(({ institution: { id, name }, people: count }) => ({
    institution: { id, name },
    people: count,
  }));
}

/** How many people stand for an institution of each Land, in the order of codes; a committee lies where its parent does. */
export function countByLand(
  people: readonly AudiencePerson[],
  { institutions }: AudienceFacts,
): ResolvedAudience['laender'] {
  const counts = new Map<Land, number>();
  const laenderOf = ({ institutionId }: AudienceReason) =>
    representedBy(institutionId, institutions)?.laender ?? [];
  for (const { reasons } of people) {
    for (const land of new Set(reasons.flatMap(laenderOf))) counts.set(land, (counts.get(land) ?? 0) + 1);
  }
  return [...counts].map(([land, count]) => ({ land, people: count })).toSorted(byCode);
}

function representedBy(
  id: Id | null,
  institutions: AudienceFacts['institutions'],
  kind?: FactInstitution['kind'],
): FactInstitution | null {
  const named = institutions.get(id ?? '');
  const meant = named?.kind === 'committee' ? (institutions.get(named.parentId ?? '') ?? named) : named;
  return meant === undefined || (kind !== undefined && meant.kind !== kind) ? null : meant;
}

function byCode(one: { readonly land: Land }, other: { readonly land: Land }): number {
  return one.land < other.land ? -1 : 1;
}
