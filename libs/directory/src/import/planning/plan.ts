import type { ImportField, ImportRowState } from '#contracts';
import type { Id } from '#kernel';
import type { Institution } from '../../institution/institution.entity.js';
import type { Membership } from '../../institution/membership.entity.js';
import type { Mandate } from '../../office/mandate.entity.js';
import type { PersonAddress } from '../../person/person-address.entity.js';
import type { Tag } from '../../tag/tag.entity.js';
import type { Person } from '../../person/person.entity.js';
import type { RowProblem } from '../reading/record.js';

export interface FieldChange {
  readonly field: ImportField;
  readonly before: string | null;
  readonly after: string;
}

/** What a row would do, as it is shown. */
export interface PlannedRow {
  readonly row: number;
  readonly state: ImportRowState;
  readonly name: string;
  readonly changes: readonly FieldChange[];
  readonly problems: readonly RowProblem[];
}

type Times = 'version' | 'createdAt' | 'changedAt';
export type NewPerson = Omit<Person, Times>;
export type PersonFields = Pick<
  Person,
  'academicTitle' | 'givenName' | 'familyName' | 'salutation' | 'position' | 'phone' | 'language'
>;
export type NewInstitution = Omit<Institution, Times>;
export type InstitutionFields = Pick<
  Institution,
  'name' | 'sortName' | 'organisationKind' | 'seat' | 'laender' | 'website'
>;

export interface Change<Fields> {
  readonly id: Id;
  readonly before: Partial<Fields>;
  readonly after: Partial<Fields>;
}

/** A period's last day is another one than before. */
export interface NewEnd<Row extends { validUntil: unknown }> {
  readonly row: Row;
  readonly validUntil: Row['validUntil'];
}

export type NewTag = Tag;

/** Tags that somebody or an institution is given. */
export interface Tagging {
  readonly kind: 'person' | 'institution';
  readonly id: Id;
  readonly tagIds: readonly Id[];
}

/** What all rows together would write. */
export interface ImportWrites {
  readonly people: NewPerson[];
  readonly personChanges: Change<PersonFields>[];
  readonly addresses: PersonAddress[];
  readonly institutions: NewInstitution[];
  readonly institutionChanges: Change<InstitutionFields>[];
  readonly memberships: Membership[];
  readonly membershipEnds: NewEnd<Membership>[];
  readonly mandates: Mandate[];
  readonly mandateEnds: NewEnd<Mandate>[];
  readonly tags: NewTag[];
  readonly taggings: Tagging[];
}

/** What a file would do to the directory as it is now. */
export interface ImportPlan {
  /** Planned as they are walked, once; nobody keeps them, for a file has as many as memory holds. */
  readonly rows: Iterable<PlannedRow>;
  /** Complete when all rows have been walked. */
  readonly writes: ImportWrites;
}

/** Part of a row: what it would show, and the writes, kept back until the whole row is known to be right. */
export interface PlannedPart {
  readonly state: Exclude<ImportRowState, 'wrong'>;
  readonly changes: readonly FieldChange[];
  readonly commit: (writes: ImportWrites) => void;
}

export type Outcome<Part> = Part | { readonly problem: RowProblem };

export function noWrites(): ImportWrites {
  return {
    people: [],
    personChanges: [],
    addresses: [],
    institutions: [],
    institutionChanges: [],
    memberships: [],
    membershipEnds: [],
    mandates: [],
    mandateEnds: [],
    tags: [],
    taggings: [],
  };
}

/** A row of its parts: it is what its first part is, or changed when a later one does something. */
export function rowOf(
  record: { readonly row: number; readonly name: string },
  parts: readonly PlannedPart[],
): PlannedRow {
  const changes = parts.flatMap((part) => part.changes);
  const [first] = parts;
  const state =
    first === undefined || (first.state === 'unchanged' && changes.length > 0) ? 'changed' : first.state;
  return { ...record, state, changes, problems: [] };
}

export function wrongRow(
  record: { readonly row: number; readonly name: string },
  problems: readonly RowProblem[],
): PlannedRow {
  return { ...record, state: 'wrong', changes: [], problems };
}

/** The fields in which the wanted values differ, as they are shown. */
export function shownChanges<Fields extends object>(
  before: Fields | null,
  after: Partial<Fields>,
): readonly FieldChange[] {
  const was: Readonly<Record<string, unknown>> = { ...before };
  return Object.entries(after)
    .filter(([, value]) => value !== null)
    .map(([field, value]) => ({
      field: field as ImportField,
      before: was[field] === null || was[field] === undefined ? null : String(was[field]),
      after: String(value),
    }));
}
