import type { Id } from '#kernel';
import type { MandateView } from '../office/office-view.js';
import type { PersonContact } from '../person/find-people.js';
import type { ClusterOffice } from './find-cluster-offices.js';
import type {
  AudienceInstitution,
  AudiencePerson,
  AudienceReason,
  ResolvedAudience,
} from './resolved-audience.js';

type Holders = ReadonlyMap<Id, readonly MandateView[]>;

/** Puts the audience together: holders under their institutions, each person once with all reasons. Pure. */
export function composeAudience(
  clusters: readonly ClusterOffice[],
  mandates: Holders,
  contacts: ReadonlyMap<Id, PersonContact>,
): ResolvedAudience {
  const people = new Map<Id, AudiencePerson & { readonly reasons: AudienceReason[] }>();
  const institutions: AudienceInstitution[] = [];
  for (const { institution, office } of clusters) {
    if (office === null) continue;
    const held = mandates.get(office.id) ?? [];
    const reason: AudienceReason = { kind: 'office', officeId: office.id, institutionId: institution.id };
    const holders = held.flatMap(({ person: { id } }) => {
      const known = people.get(id) ?? newPerson(contacts.get(id));
      if (known === undefined) return [];
      known.reasons.push(reason);
      people.set(id, known);
      return [known];
    });
    const { id, name, seats } = office;
    institutions.push({ institution, office: { id, name }, vacantSeats: seats - held.length, holders });
  }
  const withoutOffice = clusters.flatMap(({ institution, office }) => (office === null ? [institution] : []));
  return { institutions, withoutOffice, people: [...people.values()] };
}

function newPerson(contact: PersonContact | undefined) {
  if (contact === undefined) return undefined;
  const { id, academicTitle, givenName, familyName, salutation, language, address, addressState } = contact;
  const name = { academicTitle, givenName, familyName, salutation };
  return { personId: id, ...name, language, address, addressState, reasons: [] as AudienceReason[] };
}
