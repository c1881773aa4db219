import type { Id } from '#kernel';
import type { Institution } from '../../institution/institution.entity.js';
import type { Membership } from '../../institution/membership.entity.js';
import type { MandateView } from '../../office/office-view.js';
import type { Office } from '../../office/office.entity.js';
import type { PersonView } from '../../person/person-view.js';
import type { Tag } from '../../tag/tag.entity.js';

/** Somebody whom a row may mean. */
export interface KnownPerson extends Omit<PersonView, 'version'> {
  /** The actor may change them; others are linked, and nothing of theirs is compared or shown. */
  readonly own: boolean;
  /** The actor reaches them, so that they can be given an office. */
  readonly reached: boolean;
}

export interface KnownInstitution extends Pick<
  Institution,
  'id' | 'name' | 'sortName' | 'organisationKind' | 'seat' | 'laender' | 'website' | 'kind' | 'mainLanguage'
> {
  readonly own: boolean;
}

export interface KnownOffice extends Pick<Office, 'id' | 'institutionId' | 'name' | 'kind' | 'seats'> {
  readonly mandates: readonly MandateView[];
}

export type KnownTag = Pick<Tag, 'id' | 'name'>;

/** What the directory holds of all that the rows name. */
export interface Known {
  readonly institutionId: Id;
  readonly people: readonly KnownPerson[];
  readonly offices: readonly KnownOffice[];
  readonly mayGiveMandates: boolean;
  /** Offices that give rights which the actor does not have. */
  readonly beyondOwn: ReadonlySet<Id>;
  /** Who would gain by such an office: the actor, and whoever can sign in. */
  readonly risers: ReadonlySet<Id>;
  readonly institutions: readonly KnownInstitution[];
  /** Of this institution, whenever. */
  readonly memberships: readonly Membership[];
  /** What the institution itself belongs to, at whatever remove: none of these can be its member. */
  readonly above: ReadonlySet<Id>;
  readonly takenSlugs: ReadonlySet<string>;
  /** Kept by this institution. */
  readonly tags: readonly KnownTag[];
  /** Who carries one of them, of those whom the rows may mean. */
  readonly taggings: readonly { readonly subjectId: Id; readonly tagId: Id }[];
  readonly mayTag: boolean;
}
