import { Institution } from './institution.entity.js';
import { Mandate } from './mandate.entity.js';
import { Membership } from './membership.entity.js';
import { Office } from './office.entity.js';
import { PersonAddress } from './person-address.entity.js';
import { Person } from './person.entity.js';
import { SlugHistory } from './slug-history.entity.js';

/** Every table of this lib. */
export const directoryEntities = [
  Institution,
  Mandate,
  Membership,
  Office,
  PersonAddress,
  Person,
  SlugHistory,
];
