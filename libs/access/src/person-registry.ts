import type { Reader, Tx } from '#database';
import type { AuthorizedScope } from './grants/authorized-scope.js';
import type { Id, Language, Temporal } from '#kernel';

/** Who somebody is, as far as signing in needs to know. */
export interface PersonFacts {
  readonly academicTitle: string | null;
  readonly givenName: string;
  readonly familyName: string;
  readonly salutation: 'frau' | 'herr' | 'none';
  readonly language: Language;
}

/** What giving rights and logins needs to know of somebody. */
export interface KnownPerson {
  readonly homeInstitutionId: Id | null;
  readonly addresses: readonly string[];
}

export interface NewPerson extends PersonFacts {
  /** Becomes the preferred address. */
  readonly address: string;
  readonly createdAt: Temporal.Instant;
}

/** The directory's people, which lie a rank higher: the directory lib fulfils it. */
export abstract class PersonRegistry {
  /** Adds the person with the address, in the caller's transaction. */
  abstract add(tx: Tx, person: NewPerson): Promise<Id>;

  /** Where the person is at home and how they are written to; null if the scope does not reach such a person. */
  abstract findKnown(reader: Reader, scope: AuthorizedScope, personId: Id): Promise<KnownPerson | null>;

  abstract find(reader: Reader, personId: Id): Promise<PersonFacts | null>;

  /** Everybody who has the address, whatever its case; a mailbox marked as shared says nobody's identity. */
  abstract listByAddress(reader: Reader, address: string): Promise<readonly Id[]>;
}
