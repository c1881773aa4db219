import type { Id, Language, LocalizedText } from '#kernel';
import type { ReachableAddress } from '../person/address.rules.js';
import type { Person } from '../person/person.entity.js';

/** Why somebody belongs to the audience. */
export interface AudienceReason {
  readonly kind: 'office';
  readonly officeId: Id;
  readonly institutionId: Id;
}

/** Somebody to be asked, with everything a letter needs and every reason there is. */
export interface AudiencePerson
  extends ReachableAddress, Pick<Person, 'academicTitle' | 'givenName' | 'familyName' | 'salutation'> {
  readonly personId: Id;
  readonly language: Language;
  /** At least one, in the order of the institutions. */
  readonly reasons: readonly AudienceReason[];
}

export interface AudienceInstitution {
  readonly institution: NamedInstitution;
  readonly office: { readonly id: Id; readonly name: LocalizedText };
  /** Seats nobody holds on the day. */
  readonly vacantSeats: number;
  /** By seat; the same objects as in `people`. */
  readonly holders: readonly AudiencePerson[];
}

export interface NamedInstitution {
  readonly id: Id;
  readonly name: LocalizedText;
}

/** Who belongs to an audience on a day. */
export interface ResolvedAudience {
  /** One entry per office, by the institutions' names. */
  readonly institutions: readonly AudienceInstitution[];
  /** Members of the network that have no such office at all, by name. */
  readonly withoutOffice: readonly NamedInstitution[];
  /** Each person once, in the order in which they first come. */
  readonly people: readonly AudiencePerson[];
}
