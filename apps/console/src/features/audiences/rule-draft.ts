import { audienceRule, type AudienceClause, type AudienceRule, type InstitutionKind } from '#contracts';

/** A row of the composer: a clause that may still lack what it refers to (empty ids). */
export type ClauseDraft = AudienceClause;
export type ClauseKind = AudienceClause['kind'];

export interface RuleDraft {
  readonly include: readonly ClauseDraft[];
  readonly exclude: readonly ClauseDraft[];
}

/** In the order in which they are offered. */
export const clauseKinds: readonly ClauseKind[] = [
  'network-offices',
  'institution-offices',
  'region-offices',
  'committee',
  'members',
  'tag',
  'people',
  'audience',
];

export const emptyRule: RuleDraft = { include: [], exclude: [] };

/** A new row of the kind, with what can be said without knowing what is meant. */
export function newClause(kind: ClauseKind): ClauseDraft {
  const officeKind = 'cluster_manager' as const;
  switch (kind) {
    case 'network-offices':
      return { kind, networkId: '', officeKind, members: 'clusters' };
    case 'institution-offices':
      return { kind, institutionId: '', officeKind };
    case 'region-offices':
      return { kind, laender: [], field: null, officeKind };
    case 'committee':
      return { kind, committeeId: '', functions: [] };
    case 'members':
      return { kind, institutionId: '', contactTagId: null };
    case 'tag':
      return { kind, tagId: '' };
    case 'people':
      return { kind, personIds: [] };
    case 'audience':
      return { kind, audienceId: '' };
  }
}

/**
 * Whom a meeting most likely asks, by the institution that holds it: the managers of a network's clusters, or a
 * cluster's members. Of any other, the managers of the network's clusters if one is given.
 */
export function usualRule(
  { id, kind }: { readonly id: string; readonly kind: InstitutionKind },
  networkId: string | null,
): RuleDraft {
  if (kind === 'cluster') return including({ kind: 'members', institutionId: id, contactTagId: null });
  const network = kind === 'network' ? id : networkId;
  if (network === null) return emptyRule;
  return including({
    kind: 'network-offices',
    networkId: network,
    officeKind: 'cluster_manager',
    members: 'clusters',
  });
}

function including(clause: ClauseDraft): RuleDraft {
  return { include: [clause], exclude: [] };
}

/** The rule of the rows that say enough; null while no inclusion does. */
export function finishedRule({ include, exclude }: RuleDraft): AudienceRule | null {
  const rule = { include: include.filter(isFinished), exclude: exclude.filter(isFinished) };
  return rule.include.length === 0 ? null : rule;
}

/** Whether every row says enough to be saved. */
export function isComplete({ include, exclude }: RuleDraft): boolean {
  return include.length > 0 && [...include, ...exclude].every(isFinished);
}

function isFinished(clause: ClauseDraft): boolean {
  return audienceRule.safeParse({ include: [clause] }).success;
}
