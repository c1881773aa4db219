import type { Actor } from '#access';
import { writeAudit } from '#audit';
import type { AuditVerb } from '#contracts';
import type { Tx } from '#database';
import type { Temporal } from '#kernel';
import { factOf, recordFacts } from '#queue';
import { PollChanged } from '../facts.js';
import type { Poll } from '../tables/poll.entity.js';

export interface PollAction {
  /** What was done: `open` becomes `poll.open`. */
  readonly action: AuditVerb<'poll'>;
  readonly actor: Pick<Actor, 'personId' | 'channel' | 'requestId'>;
  readonly now: Temporal.Instant;
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
}

/** Writes down in the caller's transaction what somebody did with a poll, and the fact of it. */
export async function auditPoll(
  tx: Tx,
  { id, institutionId, state }: Pick<Poll, 'id' | 'institutionId' | 'state'>,
  { action, actor, now, before, after }: PollAction,
): Promise<void> {
  await writeAudit(tx, [
    {
      at: now,
      actorPersonId: actor.personId,
      channel: actor.channel,
      action: `poll.${action}`,
      subjectKind: 'poll',
      subjectId: id,
      institutionIds: [institutionId],
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
      requestId: actor.requestId,
    },
  ]);
  await recordFacts(tx, [factOf(PollChanged, { pollId: id, state }, now)]);
}
