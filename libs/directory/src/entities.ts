import { Deputy } from './deputy/deputy.entity.js';
import { Duplicate } from './duplicates/duplicate.entity.js';
import { Audience } from './audience/audience.entity.js';
import { ImportMapping } from './import/tables/import-mapping.entity.js';
import { ImportRow } from './import/tables/import-row.entity.js';
import { ImportRun } from './import/tables/import-run.entity.js';
import { Institution } from './institution/institution.entity.js';
import { Membership } from './institution/membership.entity.js';
import { SlugHistory } from './institution/slug-history.entity.js';
import { Mandate } from './office/mandate.entity.js';
import { Office } from './office/office.entity.js';
import { MergedPerson } from './merge/merged-person.entity.js';
import { PersonAddress } from './person/person-address.entity.js';
import { Person } from './person/person.entity.js';
import { PersonProposal } from './proposals/person-proposal.entity.js';
import { Acquaintance } from './rights/acquaintance.entity.js';
import { InstitutionTag } from './tag/institution-tag.entity.js';
import { PersonTag } from './tag/person-tag.entity.js';
import { Tag } from './tag/tag.entity.js';

/** Every table of this lib. */
export const directoryEntities = [
  Acquaintance,
  Deputy,
  Duplicate,
  Audience,
  ImportMapping,
  ImportRow,
  ImportRun,
  Institution,
  InstitutionTag,
  Mandate,
  Membership,
  MergedPerson,
  Office,
  PersonAddress,
  PersonProposal,
  Person,
  PersonTag,
  SlugHistory,
  Tag,
];
