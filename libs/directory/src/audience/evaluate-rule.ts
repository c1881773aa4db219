import type { AudienceClause, AudienceRule, OfficeKind, ReasonKind } from '#contracts';
import type { Id } from '#kernel';
import { Temporal } from '#kernel';
import { askHolders } from './asked-holders.rules.js';
import type { EmptySeats } from './asked-holders.rules.js';
import { MANAGING_OFFICE } from './audience-facts.js';
import type { AudienceFacts, FactInstitution, FactOffice } from './audience-facts.js';
import type { AudienceMoment, AudienceReason } from './resolved-audience.js';
import { functionsOf } from './rule-parts.js';

/** What a rule yields: who is asked and why, in its order; somebody may come several times. */
export interface RuleYield {
  readonly asked: readonly { readonly personId: Id; readonly reason: AudienceReason }[];
  readonly vacancies: readonly (EmptySeats & { readonly office: FactOffice })[];
  /** Institutions without any office of the kind asked for. */
  readonly withoutOffice: readonly Id[];
  readonly excluded: ReadonlySet<Id>;
  readonly nextChangeAt: Temporal.Instant | null;
}

type ClauseYield = Omit<RuleYield, 'excluded'>;

const NOTHING: ClauseYield = { asked: [], vacancies: [], withoutOffice: [], nextChangeAt: null };

/**
 * Whom a rule yields, given the facts: everybody of the inclusions, without whomever an exclusion yields as well, for
 * whatever reason. Saved audiences are worked out by their own rules first. Pure.
 */
export function evaluateRule(rule: AudienceRule, facts: AudienceFacts, moment: AudienceMoment): RuleYield {
  return evaluate(rule, { facts, moment, path: [] });
}

interface Context {
  readonly facts: AudienceFacts;
  readonly moment: AudienceMoment;
  /** The saved audiences being worked out. Saving refuses circles; this is for what was saved before. */
  readonly path: readonly Id[];
}

function evaluate(rule: AudienceRule, context: Context): RuleYield {
  const included = joined(rule.include.map((clause) => evaluateClause(clause, context)));
  const taken = joined(rule.exclude.map((clause) => evaluateClause(clause, context)));
  const out = new Set(taken.asked.map(({ personId }) => personId));
  const emptied = new Set(taken.vacancies.map(({ office }) => office.id));
  const bare = new Set(taken.withoutOffice);
  return {
    asked: included.asked.filter(({ personId }) => !out.has(personId)),
    vacancies: included.vacancies.filter(({ office }) => !emptied.has(office.id)),
    withoutOffice: included.withoutOffice.filter((id) => !bare.has(id)),
    excluded: new Set(included.asked.flatMap(({ personId }) => (out.has(personId) ? [personId] : []))),
    nextChangeAt: earliest([included.nextChangeAt, taken.nextChangeAt]),
  };
}

function evaluateClause(clause: AudienceClause, context: Context): ClauseYield {
  const { facts } = context;
  switch (clause.kind) {
    case 'network-offices':
      return askOffices(networkMembers(clause, facts), [clause.officeKind], context);
    case 'institution-offices':
      return askOffices([clause.institutionId], [clause.officeKind], context);
    case 'region-offices':
      return askOffices(regionClusters(clause, facts), [clause.officeKind], context);
    case 'committee':
      return withoutMissing(askOffices([clause.committeeId], functionsOf(clause.functions), context));
    case 'members':
      return askMembers(clause, context);
    case 'tag':
      return askTagged(clause.tagId, context);
    case 'people':
      return { ...NOTHING, asked: clause.personIds.map(byName) };
    case 'audience':
      return askAudience(clause.audienceId, context);
  }
}

function networkMembers(
  { networkId, members }: Extract<AudienceClause, { kind: 'network-offices' }>,
  { members: membersOf, institutions }: AudienceFacts,
): readonly Id[] {
  const all = membersOf.get(networkId) ?? [];
  return members === 'all' ? all : all.filter((id) => institutions.get(id)?.kind === 'cluster');
}

function regionClusters(
  { laender, field }: Extract<AudienceClause, { kind: 'region-offices' }>,
  { regionClusters: clusters, institutions }: AudienceFacts,
): readonly Id[] {
  const wanted = field?.toLowerCase();
  return clusters.filter((id) => {
    const cluster = institutions.get(id);
    if (cluster === undefined) return false;
    const isThere = laender.length === 0 || laender.some((land) => cluster.laender.includes(land));
    const names = [cluster.field?.de, cluster.field?.en].map((name) => name?.toLowerCase());
    return isThere && (wanted === undefined || names.includes(wanted));
  });
}

function askOffices(
  institutionIds: readonly Id[],
  kinds: readonly OfficeKind[],
  context: Context,
): ClauseYield {
  return joined(
    institutionIds.map((id) => {
      const offices = officesAt(id, kinds, context);
      if (offices.length === 0) return { ...NOTHING, withoutOffice: [id] };
      return joined(offices.map((office) => askOffice(office, reasonKindOf(id, context), context)));
    }),
  );
}

function askMembers(
  { institutionId, contactTagId }: Extract<AudienceClause, { kind: 'members' }>,
  context: Context,
): ClauseYield {
  const { members, taggedPeople } = context.facts;
  const contacts = contactTagId === null ? [] : (taggedPeople.get(contactTagId) ?? []);
  return joined(
    (members.get(institutionId) ?? []).map((id) => {
      const managed = askManagers(id, 'membership', context);
      if (managed.asked.length > 0) return managed;
      const reason: AudienceReason = { kind: 'membership', officeId: null, institutionId: id };
      const asked = contacts.flatMap(({ id: personId, homeInstitutionId }) =>
        homeInstitutionId === id ? [{ personId, reason }] : [],
      );
      const { nextChangeAt } = managed;
      return asked.length > 0 ? { ...NOTHING, asked, nextChangeAt } : managed;
    }),
  );
}

function askTagged(tagId: Id, context: Context): ClauseYield {
  const { taggedPeople, taggedInstitutions } = context.facts;
  const institutions = taggedInstitutions.get(tagId) ?? [];
  return joined([
    { ...NOTHING, asked: (taggedPeople.get(tagId) ?? []).map(({ id }) => byName(id)) },
    ...institutions.map((id) => askManagers(id, reasonKindOf(id, context), context)),
  ]);
}

function askAudience(id: Id, context: Context): ClauseYield {
  const rule = context.facts.rules.get(id);
  if (rule === undefined || context.path.includes(id)) return NOTHING;
  return evaluate(rule, { ...context, path: [...context.path, id] });
}

function askManagers(id: Id, kind: ReasonKind, context: Context): ClauseYield {
  const institution = context.facts.institutions.get(id);
  if (institution === undefined) return NOTHING;
  const offices = officesAt(id, [MANAGING_OFFICE[institution.kind]], context);
  if (offices.length === 0) return { ...NOTHING, withoutOffice: [id] };
  return joined(offices.map((office) => askOffice(office, kind, context)));
}

function askOffice(office: FactOffice, kind: ReasonKind, { facts, moment }: Context): ClauseYield {
  const { institutionId } = office;
  const { zone = 'UTC' } = facts.institutions.get(institutionId) ?? {};
  const today = moment.now.toZonedDateTimeISO(zone).toPlainDate();
  const mandates = facts.mandates.get(office.id) ?? [];
  const { personIds, vacancies, nextChangeOn } = askHolders(office.seats, mandates, { ...moment, today });
  const reason: AudienceReason = { kind, officeId: office.id, institutionId };
  return {
    asked: personIds.map((personId) => ({ personId, reason })),
    vacancies: vacancies.map((empty) => ({ ...empty, office })),
    withoutOffice: [],
    nextChangeAt: nextChangeOn?.toZonedDateTime(zone).toInstant() ?? null,
  };
}

function officesAt(
  id: Id,
  kinds: readonly OfficeKind[],
  { facts }: Pick<Context, 'facts'>,
): readonly FactOffice[] {
  const offices = facts.offices.get(id) ?? [];
  return kinds.flatMap((kind) => offices.filter((office) => office.kind === kind));
}

function reasonKindOf(id: Id, { facts }: Pick<Context, 'facts'>): ReasonKind {
  const institution: FactInstitution | undefined = facts.institutions.get(id);
  return institution?.kind === 'committee' ? 'committee' : 'office';
}

/** A committee need not have every function. */
function withoutMissing(yielded: ClauseYield): ClauseYield {
  return { ...yielded, withoutOffice: [] };
}

function byName(personId: Id): ClauseYield['asked'][number] {
  return { personId, reason: { kind: 'named', officeId: null, institutionId: null } };
}

function joined(yields: readonly ClauseYield[]): ClauseYield {
  return {
    asked: yields.flatMap(({ asked }) => asked),
    vacancies: yields.flatMap(({ vacancies }) => vacancies),
    withoutOffice: yields.flatMap(({ withoutOffice }) => withoutOffice),
    nextChangeAt: earliest(yields.map(({ nextChangeAt }) => nextChangeAt)),
  };
}

function earliest(instants: readonly (Temporal.Instant | null)[]): Temporal.Instant | null {
  const known = instants.filter((instant) => instant !== null);
  return known.toSorted((one, other) => Temporal.Instant.compare(one, other)).at(0) ?? null;
}
