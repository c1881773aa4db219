import type { Tx } from '#database';
import { Temporal } from '#kernel';
import type { Id } from '#kernel';
import { cancelDueWork, defineDueWork, scheduleDueWork } from '#queue';
import { askingOf } from '../writing/series-values.js';
import type { SeriesDate } from '../tables/series-date.entity.js';
import type { Series } from '../tables/series.entity.js';

/** A date's invitations are due; the row's subject is the date. */
export const DateInvitationsDue = defineDueWork<Record<never, never>>('series.invite', { rowsPerJob: 1 });

/** People are written to in the morning. */
const MORNING = Temporal.PlainTime.from('09:00');

/** When the invitations of a date that begins then are due, by the series' zone. */
export function invitationsDueAt(
  { inviteLeadDays, zone }: Pick<Series, 'inviteLeadDays' | 'zone'>,
  startsLocal: Temporal.PlainDateTime,
): Temporal.Instant {
  const day = startsLocal.toPlainDate().subtract({ days: inviteLeadDays });
  return day.toPlainDateTime(MORNING).toZonedDateTime(zone).toInstant();
}

/**
 * Puts the invitations of these dates down for when they are due, in the caller's transaction; those of a date that is
 * invited already, has no meeting or no audience are taken back. What should have been sent before now is due now.
 */
export async function scheduleInvitations(
  tx: Tx,
  series: Series,
  dates: readonly Pick<SeriesDate, 'id' | 'invitedAt' | 'meetingId'>[],
  now: Temporal.Instant,
): Promise<void> {
  const isAsking = series.state === 'active' && askingOf(series) !== null;
  const starts = await findStarts(
    tx,
    dates.flatMap(({ meetingId }) => meetingId ?? []),
  );
  const due = dates.flatMap(({ id, invitedAt, meetingId }) => {
    const startsLocal = starts.get(meetingId ?? '');
    if (!isAsking || invitedAt !== null || startsLocal === undefined) return [];
    const dueAt = later(invitationsDueAt(series, startsLocal), now);
    return [{ subjectId: id, dueAt, payload: {} }];
  });
  await scheduleDueWork(tx, DateInvitationsDue, due);
  const asked = new Set<Id>(due.map(({ subjectId }) => subjectId));
  const rest = dates.filter(({ id }) => !asked.has(id)).map(({ id }) => id);
  await cancelDueWork(tx, DateInvitationsDue, rest);
}

/** When the meetings begin, whoever said so last. */
async function findStarts(
  tx: Tx,
  meetingIds: readonly Id[],
): Promise<ReadonlyMap<Id, Temporal.PlainDateTime>> {
  const rows: { id: Id; startsLocal: Temporal.PlainDateTime }[] = await tx.manager.query(
    'SELECT id, starts_local AS "startsLocal" FROM meeting WHERE id = ANY($1)',
    [meetingIds],
  );
  return new Map(rows.map(({ id, startsLocal }) => [id, startsLocal]));
}

function later(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) < 0 ? other : one;
}
