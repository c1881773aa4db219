import type { Reader } from '#database';
import type { Id } from '#kernel';
import { groupRows } from '../group-rows.js';
import { isInForce } from '../period.sql.js';
import { readMandates, selectMandates } from './find-mandates.js';
import type { OfficeOnDay } from './office-on-day.js';
import type { MandateView } from './office-view.js';

/** Who holds each office on its day, by seat, in one query; offices that are vacant are missing from the map. */
export async function findHolders(
  reader: Reader,
  asked: readonly OfficeOnDay[],
): Promise<ReadonlyMap<Id, readonly MandateView[]>> {
  if (asked.length === 0) return new Map();
  const query = selectMandates(reader).innerJoin(
    '(SELECT unnest(CAST(:officeIds AS uuid[])) AS office_id, unnest(CAST(:days AS date[])) AS day)',
    'asked',
    `asked.office_id = mandate.officeId AND ${isInForce('mandate', 'asked.day')}`,
    { officeIds: asked.map(({ officeId }) => officeId), days: asked.map(({ day }) => day) },
  );
  return groupRows(await readMandates(query), (mandate) => mandate.officeId);
}
