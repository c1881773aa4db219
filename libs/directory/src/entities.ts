import { Deputy } from './deputy/deputy.entity.js';
import { Institution } from './institution/institution.entity.js';
import { Membership } from './institution/membership.entity.js';
import { SlugHistory } from './institution/slug-history.entity.js';
import { Mandate } from './office/mandate.entity.js';
import { Office } from './office/office.entity.js';
import { PersonAddress } from './person/person-address.entity.js';
import { Person } from './person/person.entity.js';
import { Acquaintance } from './rights/acquaintance.entity.js';

/** Every table of this lib. */
export const directoryEntities = [
  Acquaintance,
  Deputy,
  Institution,
  Mandate,
  Membership,
  Office,
  PersonAddress,
  Person,
  SlugHistory,
];
