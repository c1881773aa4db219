import { accessEntities } from '#access';
import { auditEntities } from '#audit';
import { directoryEntities } from '#directory';
import { mailEntities } from '#mail';
import { meetingsEntities } from '#meetings';
import { participationEntities } from '#participation';
import { queueEntities } from '#queue';

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
  migrations: [],
};
