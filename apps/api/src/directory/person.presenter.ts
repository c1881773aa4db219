import type { PersonDto, PersonItemDto } from '#contracts';
import type { InstitutionView, PersonView } from '#directory';
import type { Id } from '#kernel';

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

/** A person in the list, with the name of the home institution. */
export function presentPersonItem(
  person: PersonView,
  homes: ReadonlyMap<Id, InstitutionView>,
): PersonItemDto {
  const home = homes.get(person.homeInstitutionId ?? '');
  return { ...presentPerson(person), home: home === undefined ? null : { id: home.id, name: home.name } };
}
