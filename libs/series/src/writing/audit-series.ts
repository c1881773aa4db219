import type { Actor } from '#access';
import { writeAudit } from '#audit';
import type { AuditVerb } from '#contracts';
import type { Tx } from '#database';
import type { Temporal } from '#kernel';
import { factOf, recordFacts } from '#queue';
import { SeriesChanged } from '../facts.js';
import type { Series } from '../tables/series.entity.js';

export interface SeriesAction {
  /** What was done: `create` becomes `series.create`. */
  readonly action: AuditVerb<'series'>;
  readonly actor: Pick<Actor, 'personId' | 'channel' | 'requestId'>;
  readonly now: Temporal.Instant;
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
}

/** Writes down in the caller's transaction what somebody did with a series, and the fact that it changed. */
export async function auditSeries(
  tx: Tx,
  { id, institutionId }: Pick<Series, 'id' | 'institutionId'>,
  { action, actor, now, before, after }: SeriesAction,
): Promise<void> {
  await writeAudit(tx, [
    {
      at: now,
      actorPersonId: actor.personId,
      channel: actor.channel,
      action: `series.${action}`,
      subjectKind: 'series',
      subjectId: id,
      institutionIds: [institutionId],
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
      requestId: actor.requestId,
    },
  ]);
  await recordFacts(tx, [factOf(SeriesChanged, { seriesId: id }, now)]);
}
