import type { PersonItemDto, PersonDto } from '#contracts';
import type { NamedOffice, InstitutionView, PersonView } from '#directory';

interface Around {
  readonly offices: readonly NamedOffice[];
  readonly home: Pick<InstitutionView, 'id' | 'name'> | null;
}

/** A person in a list, as the contract has it. */
export function presentPersonItem(person: PersonView, { offices, home }: Around): PersonItemDto {
  return {
    ...presentPerson(person),
    home: home === null ? null : { id: home.id, name: home.name },
    offices: offices.map(({ name, institution }) => ({ name, institution })),
  };
}

/** A person with all addresses, as the contract has it. */
export function presentPerson(person: PersonView): PersonDto {
  const {
    id,
    academicTitle,
    givenName,
    familyName,
    salutation,
    position,
    phone,
    language,
    homeInstitutionId,
  } = person;
  return {
    id,
    academicTitle,
    givenName,
    familyName,
    salutation,
    position,
    phone,
    language,
    homeInstitutionId,
    addresses: person.addresses.map(({ id: addressId, address, preferred, state, shared }) => ({
      id: addressId,
      address,
      preferred,
      state,
      shared,
    })),
    version: person.version,
  };
}
