import type { AudienceClause, AudienceRule, CommitteeFunction, OfficeKind } from '#contracts';
import type { Id } from '#kernel';
import { MANAGING_OFFICE } from './audience-facts.js';

const FUNCTIONS: readonly CommitteeFunction[] = ['chair', 'member', 'guest'];

/** The functions a clause means; none named: all. */
export function functionsOf(functions: readonly CommitteeFunction[]): readonly CommitteeFunction[] {
  return functions.length === 0 ? FUNCTIONS : functions;
}

/** What the clauses of a rule refer to, each id once. */
export interface RuleParts {
  /** Whose members are asked for. */
  readonly memberOfIds: readonly Id[];
  /** Institutions that are named themselves. */
  readonly institutionIds: readonly Id[];
  readonly tagIds: readonly Id[];
  readonly regions: readonly Extract<AudienceClause, { kind: 'region-offices' }>[];
  readonly officeKinds: readonly OfficeKind[];
  readonly personIds: readonly Id[];
}

/** Takes rules apart, saved audiences aside. */
export function partsOf(rules: readonly AudienceRule[]): RuleParts {
  const clauses = rules.flatMap(clausesOf);
  const idsOf = (of: (clause: AudienceClause) => readonly (Id | null)[]) => [
    ...new Set(clauses.flatMap((clause) => of(clause).filter((id) => id !== null))),
  ];
  return {
    memberOfIds: idsOf((clause) => {
      if (clause.kind === 'network-offices') return [clause.networkId];
      return clause.kind === 'members' ? [clause.institutionId] : [];
    }),
    institutionIds: idsOf((clause) => {
      if (clause.kind === 'institution-offices') return [clause.institutionId];
      return clause.kind === 'committee' ? [clause.committeeId] : [];
    }),
    tagIds: idsOf((clause) => {
      if (clause.kind === 'tag') return [clause.tagId];
      return clause.kind === 'members' ? [clause.contactTagId] : [];
    }),
    regions: clauses.filter((clause) => clause.kind === 'region-offices'),
    officeKinds: [...new Set(clauses.flatMap(officeKindsOf))],
    personIds: idsOf((clause) => (clause.kind === 'people' ? clause.personIds : [])),
  };
}

/** Inclusions and exclusions. */
export function clausesOf({ include, exclude }: AudienceRule): readonly AudienceClause[] {
  return [...include, ...exclude];
}

function officeKindsOf(clause: AudienceClause): readonly OfficeKind[] {
  switch (clause.kind) {
    case 'network-offices':
    case 'institution-offices':
    case 'region-offices':
      return [clause.officeKind];
    case 'committee':
      return functionsOf(clause.functions);
    case 'members':
    case 'tag':
      return Object.values(MANAGING_OFFICE);
    default:
      return [];
  }
}
