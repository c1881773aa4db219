import { audienceRule, type AudienceClause, type AudienceRule } from '#contracts';

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
