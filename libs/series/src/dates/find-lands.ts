import type { Land } from '#contracts';
import type { Reader } from '#database';
import { listLaender, resolveAudience } from '#directory';
import type { Temporal } from '#kernel';
import { ruleOfAudience } from '#participation';
import type { Series } from '../tables/series.entity.js';

/**
 * The Länder whose holidays count: those of the institutions that the audience's people stand for today; without an
 * audience those of the series' institution, of a network those of its members.
 */
export async function findLands(
  reader: Reader,
  {
    audienceId,
    audienceRule,
    successors,
    institutionId,
  }: Pick<Series, 'audienceId' | 'audienceRule' | 'successors' | 'institutionId'>,
  now: Temporal.Instant,
): Promise<readonly Land[]> {
  if (audienceId === null && audienceRule === null) return listLaender(reader, institutionId, now);
  const meetingDay = now.toZonedDateTimeISO('UTC').toPlainDate();
  const rule = ruleOfAudience({ audienceId, rule: audienceRule });
  const { laender } = await resolveAudience(reader, rule, { meetingDay, now, successors });
  return laender.length > 0 ? laender.map(({ land }) => land) : listLaender(reader, institutionId, now);
}
