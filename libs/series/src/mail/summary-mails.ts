import type { Tx } from '#database';
import { findPeople } from '#directory';
import { writeMails } from '#mail';
import type { Told } from '#participation';
import type { SeriesChange } from '../tables/series-change.entity.js';

/** The kind of the mails that tell of a series as a whole. */
export const SUMMARY_KIND = 'series-change';

/** Writes one summary mail for each person who hears of one of the change's meetings, in the caller's transaction. */
export async function writeSummaryMails(
  tx: Tx,
  { id, seriesId, changedAt }: SeriesChange,
  told: readonly Told[],
): Promise<void> {
  const people = await findPeople(tx, [...new Set(told.map(({ personId }) => personId))]);
  const drafts = [...people.values()].flatMap(({ id: personId, language, address }) =>
    address === null
      ? []
      : [
          {
            kind: SUMMARY_KIND,
            dedupKey: `${SUMMARY_KIND}:${id}:${personId}`,
            language,
            address,
            personId,
            topicId: seriesId,
            threadId: null,
            sequence: null,
            params: { changeId: id },
          },
        ],
  );
  await writeMails(tx, drafts, changedAt);
}
