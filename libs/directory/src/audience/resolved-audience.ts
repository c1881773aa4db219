import type { Land, ReasonKind, Successors } from '#contracts';
import type { Id, Language, LocalizedText, Temporal } from '#kernel';
import type { ReachableAddress } from '../person/address.rules.js';
import type { Person } from '../person/person.entity.js';

/** For which day, and as seen from when, an audience is resolved. */
export interface AudienceMoment {
  /** The day of the meeting: memberships and mandates count as of it. */
  readonly meetingDay: Temporal.PlainDate;
  /** The present; which day that is, each institution's zone says. */
  readonly now: Temporal.Instant;
  readonly successors: Successors;
}

/** Why somebody belongs to the audience. */
export interface AudienceReason {
  readonly kind: ReasonKind;
  /**
   * The office the person is asked for: of an institution or a committee, or the managing office of a member; null for
   * who is named, and for a member's contact who holds none.
   */
  readonly officeId: Id | null;
  /** Of the office, or the member; null for who is named. */
  readonly institutionId: Id | null;
}

/** A reason with the names that it mentions. */
export interface NamedReason extends AudienceReason {
  readonly office: LocalizedText | null;
  readonly institution: LocalizedText | null;
}

/** Somebody to be asked, with everything a letter needs and every reason there is. */
export interface AudiencePerson
  extends ReachableAddress, Pick<Person, 'academicTitle' | 'givenName' | 'familyName' | 'salutation'> {
  readonly personId: Id;
  readonly language: Language;
  /** At least one, in the order of the rule. */
  readonly reasons: readonly NamedReason[];
}

export interface NamedRow {
  readonly id: Id;
  readonly name: LocalizedText;
}

/** Seats of an office that nobody holds on the meeting's day, or whose holder of that day has not begun. */
export interface Vacancy {
  readonly institution: NamedRow;
  readonly office: NamedRow;
  readonly seats: number;
  /** The first day without a holder; null: never held. */
  readonly since: Temporal.PlainDate | null;
  /** The day somebody takes it over, if that is known. */
  readonly filledFrom: Temporal.PlainDate | null;
}

/** Who belongs to an audience. */
export interface ResolvedAudience {
  /** Each person once, in the order of the rule. */
  readonly people: readonly AudiencePerson[];
  readonly vacancies: readonly Vacancy[];
  /** Institutions that were asked for an office and have none of that kind. */
  readonly withoutOffice: readonly NamedRow[];
  /** The clusters that are represented or have vacancies, and by how many people. */
  readonly clusters: readonly { readonly institution: NamedRow; readonly people: number }[];
  /** How many people stand for an institution in each Land; somebody may count for several. */
  readonly laender: readonly { readonly land: Land; readonly people: number }[];
  /** How many people an exclusion took out. */
  readonly excluded: number;
  /** When a successor begins and so the audience changes by itself; null if nothing of the kind is known. */
  readonly nextChangeAt: Temporal.Instant | null;
}
