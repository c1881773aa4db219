import { accessEntities } from '#access';
import { auditEntities } from '#audit';
import { directoryEntities } from '#directory';
import { mailEntities } from '#mail';
import { meetingsEntities } from '#meetings';
import { participationEntities } from '#participation';
import { queueEntities } from '#queue';
import { LayTheFoundation1795229347467 } from './1795229347467-lay-the-foundation.js';
import { DescribeInstitutionsAndRoles1795822395738 } from './1795822395738-describe-institutions-and-roles.js';
import { MakeSearchable1795823900000 } from './1795823900000-make-searchable.js';
import { MergePeopleAndPropose1795825049297 } from './1795825049297-merge-people-and-propose.js';

/** The whole schema: every table, and how it came about. */
export const schema = {
  entities: [
    ...accessEntities,
    ...auditEntities,
    ...directoryEntities,
    ...mailEntities,
    ...meetingsEntities,
    ...participationEntities,
    ...queueEntities,
  ],
  migrations: [
    LayTheFoundation1795229347467,
    DescribeInstitutionsAndRoles1795822395738,
    MakeSearchable1795823900000,
    MergePeopleAndPropose1795825049297,
  ],
};
