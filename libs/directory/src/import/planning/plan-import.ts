import type { ImportField, ImportKind } from '#contracts';
import type { Temporal } from '#kernel';
import type { ImportRecord, RowProblem } from '../reading/record.js';
import type { Known } from './known.js';
import { MandatePlanner } from './mandate-planner.js';
import { MembershipPlanner } from './membership-planner.js';
import { nameIn, OrganisationPlanner } from './organisation-planner.js';
import { draftOf, nameOf, PersonPlanner } from './person-planner.js';
import { noWrites, rowOf, wrongRow } from './plan.js';
import { TagPlanner } from './tag-planner.js';
import type { ImportPlan, Outcome, PlannedPart, PlannedRow } from './plan.js';

type PlanRow = (record: ImportRecord) => {
  readonly name: string;
  readonly parts: readonly Outcome<PlannedPart>[];
};

/** What the records would do to what is known. Pure but for the ids it makes; writes nothing. */
export function planImport(
  kind: ImportKind,
  records: readonly ImportRecord[],
  { known, today }: { readonly known: Known; readonly today: Temporal.PlainDate },
): ImportPlan {
  const planRow = kind === 'people' ? peoplePlanner(known) : membersPlanner(known, today);
  const writes = noWrites();
  const plan = (record: ImportRecord): PlannedRow => {
    const { row } = record;
    const named = { row, name: roughName(record) };
    if (record.problems.length > 0) return wrongRow(named, record.problems);
    const { name, parts } = planRow(record);
    const right = parts.filter((part) => 'commit' in part);
    const problems = parts.filter((part) => 'problem' in part).map(({ problem }) => problem);
    if (problems.length > 0) return wrongRow({ row, name: name || named.name }, problems);
    for (const { commit } of right) commit(writes);
    return rowOf({ row, name }, right);
  };
  return { rows: walk(records, plan), writes };
}

function* walk<From, To>(items: Iterable<From>, turn: (item: From) => To): Generator<To> {
  for (const item of items) yield turn(item);
}

function peoplePlanner(known: Known): PlanRow {
  const people = new PersonPlanner(known.people);
  const mandates = new MandatePlanner(known);
  const tags = new TagPlanner(known);
  return (record) => {
    const draft = draftOf(record);
    if (draft === undefined) return { name: '', parts: missing(record, ['givenName', 'familyName']) };
    const person = people.plan(draft, known.institutionId);
    if ('problem' in person) return { name: nameOf(draft), parts: [person] };
    const bearer = { kind: 'person', id: person.personId } as const;
    const more = [
      mandates.plan(record, person, draft),
      // Whoever is at home elsewhere is linked, and nothing else.
      person.own ? tags.plan(record.values.tags, bearer) : undefined,
    ];
    return { name: nameOf(draft), parts: [person, ...more.filter((part) => part !== undefined)] };
  };
}

function membersPlanner(known: Known, today: Temporal.PlainDate): PlanRow {
  const organisations = new OrganisationPlanner(known);
  const memberships = new MembershipPlanner(known, today);
  const people = new PersonPlanner(known.people);
  const tags = new TagPlanner(known);
  return (record) => {
    const { de, en } = nameIn(record);
    const name = de ?? en;
    if (name === undefined) return { name: '', parts: missing(record, ['organisation']) };
    const organisation = organisations.plan(record);
    if ('problem' in organisation) return { name, parts: [organisation] };
    const bearer = { kind: 'institution', id: organisation.institutionId } as const;
    const given = tags.plan(record.values.tags, bearer);
    const parts = [
      organisation,
      memberships.plan(record, organisation.institutionId),
      ...(given === undefined ? [] : [given]),
    ];
    if (!namesPerson(record)) return { name, parts };
    const draft = draftOf(record);
    if (draft === undefined) return { name, parts: missing(record, ['givenName', 'familyName']) };
    return { name, parts: [...parts, people.plan(draft, organisation.institutionId)] };
  };
}

function namesPerson({ values }: ImportRecord): boolean {
  return values.givenName !== undefined || values.familyName !== undefined || values.email !== undefined;
}

function missing(record: ImportRecord, fields: readonly ImportField[]): readonly { problem: RowProblem }[] {
  return fields
    .filter((field) => record.values[field] === undefined)
    .map((field) => ({ problem: { field, code: 'import.field-missing', params: {} } }));
}

/** What a row is called that cannot be read as a whole. */
function roughName({ values }: ImportRecord): string {
  const { organisation, organisationEn, givenName, familyName, email } = values;
  const person = [givenName, familyName].filter(Boolean).join(' ');
  return organisation ?? organisationEn ?? (person === '' ? (email?.[0] ?? '') : person);
}
