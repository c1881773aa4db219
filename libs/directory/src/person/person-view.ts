import type { Reader } from '#database';
import type { Id } from '#kernel';
import { groupRows } from '../group-rows.js';
import { PersonAddress } from './person-address.entity.js';
import type { Person } from './person.entity.js';

export type AddressView = Pick<PersonAddress, 'id' | 'address' | 'preferred' | 'state'> & {
  /** Several people read it. */
  readonly shared: boolean;
};

/** What others get to see of a person. */
export interface PersonView extends Pick<
  Person,
  | 'id'
  | 'academicTitle'
  | 'givenName'
  | 'familyName'
  | 'salutation'
  | 'position'
  | 'phone'
  | 'language'
  | 'homeInstitutionId'
  | 'version'
> {
  /** The preferred one first. */
  readonly addresses: readonly AddressView[];
}

/** Their columns under the alias `person`. */
export const PERSON_COLUMNS = [
  'person.id',
  'person.academicTitle',
  'person.givenName',
  'person.familyName',
  'person.salutation',
  'person.position',
  'person.phone',
  'person.language',
  'person.homeInstitutionId',
  'person.version',
];

/** The addresses of several people in one query, by person; the preferred one first. */
export async function findAddresses(
  reader: Reader,
  personIds: readonly Id[],
): Promise<ReadonlyMap<Id, readonly AddressView[]>> {
  if (personIds.length === 0) return new Map();
  const rows = await reader.manager
    .createQueryBuilder(PersonAddress, 'address')
    .select([
      'address.id',
      'address.personId',
      'address.address',
      'address.preferred',
      'address.state',
      'address.shared',
    ])
    .where('address.personId = ANY(:personIds)', { personIds })
    .orderBy('address.preferred', 'DESC')
    .addOrderBy('address.id')
    .getMany();
  const groups = groupRows(rows, (row) => row.personId);
  return new Map([...groups].map(([personId, own]) => [personId, own.map(toAddressView)]));
}

function toAddressView({ id, address, preferred, state, shared = false }: PersonAddress): AddressView {
  return { id, address, preferred, state, shared };
}
