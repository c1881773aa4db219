import type { Reader } from '#database';
import { resolveAudience } from '#directory';
import type { ResolvedAudience } from '#directory';
import type { Temporal } from '#kernel';
import { ruleOfAudience } from '#participation';
import type { Poll } from '../tables/poll.entity.js';
import { findOptions } from '../tables/find-poll.js';

/** Whom the poll's audience yields as of its first date, in the order of ids. */
export async function findAsked(
  reader: Reader,
  poll: Poll,
  now: Temporal.Instant,
): Promise<ResolvedAudience> {
  const [first] = await findOptions(reader, [poll.id]);
  const meetingDay = (first?.startsLocal ?? poll.deadlineLocal).toPlainDate();
  const rule = ruleOfAudience({ audienceId: poll.audienceId, rule: poll.audienceRule });
  const resolved = await resolveAudience(reader, rule, { meetingDay, now, successors: poll.successors });
  const people = resolved.people.toSorted((one, other) => (one.personId < other.personId ? -1 : 1));
  return { ...resolved, people };
}
