import { accessEntities } from '#access';
import { directoryEntities } from '#directory';
import { mailEntities } from '#mail';
import { meetingsEntities } from '#meetings';
import { participationEntities } from '#participation';

/** The whole schema: every table, and how it came about. */
export const schema = {
  entities: [
    ...accessEntities,
    ...directoryEntities,
    ...mailEntities,
    ...meetingsEntities,
    ...participationEntities,
  ],
  migrations: [],
};
