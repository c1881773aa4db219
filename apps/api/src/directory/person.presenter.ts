import type { PersonDto } from '#contracts';
import type { PersonView } from '#directory';

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
