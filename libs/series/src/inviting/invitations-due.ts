import type { Tx } from '#database';
import { Temporal } from '#kernel';
import type { Id } from '#kernel';
import { cancelDueWork, defineDueWork, scheduleDueWork } from '#queue';
import { askingOf } from '../writing/series-values.js';
import type { SeriesDate } from '../tables/series-date.entity.js';
import type { Series } from '../tables/series.entity.js';

/** A date's invitations are due; the row's subject is the date. */
export const DateInvitationsDue = defineDueWork<Record<never, never>>('series.invite', { rowsPerJob: 1 });

/** A date's audience is to be asked to keep it free; the row's subject is the date. */
export const SaveTheDateDue = defineDueWork<Record<never, never>>('series.save-the-date', { rowsPerJob: 1 });

/** People are written to in the morning. */
const MORNING = Temporal.PlainTime.from('09:00');

/** When the invitations of a date that begins then are due, by the series' zone. */
export function invitationsDueAt(
  { inviteLeadDays, zone }: Pick<Series, 'inviteLeadDays' | 'zone'>,
  startsLocal: Temporal.PlainDateTime,
): Temporal.Instant {
  return morningBefore(startsLocal, inviteLeadDays, zone);
}

/**
 * Puts the invitations of these dates down for when they are due, in the caller's transaction, and before that what asks
 * to keep them free; those of a date that is invited already, has no meeting or no audience are taken back. Invitations
 * that should have been sent before now are due now.
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
  await scheduleSaveTheDates(tx, series, dates, { asked, starts, now });
  const rest = dates.filter(({ id }) => !asked.has(id)).map(({ id }) => id);
  await cancelDueWork(tx, DateInvitationsDue, rest);
}

/** What has not been asked by the time the invitations are due is not asked any more. */
async function scheduleSaveTheDates(
  tx: Tx,
  { saveTheDateLeadDays, inviteLeadDays, zone }: Series,
  dates: readonly Pick<SeriesDate, 'id' | 'meetingId'>[],
  {
    asked,
    starts,
    now,
  }: {
    asked: ReadonlySet<Id>;
    starts: ReadonlyMap<Id, Temporal.PlainDateTime>;
    now: Temporal.Instant;
  },
): Promise<void> {
  const due = dates.flatMap(({ id, meetingId }) => {
    const startsLocal = starts.get(meetingId ?? '');
    if (saveTheDateLeadDays === null || startsLocal === undefined || !asked.has(id)) return [];
    const isInvitedNow = Temporal.Instant.compare(morningBefore(startsLocal, inviteLeadDays, zone), now) <= 0;
    if (isInvitedNow) return [];
    const dueAt = later(morningBefore(startsLocal, saveTheDateLeadDays, zone), now);
    return [{ subjectId: id, dueAt, payload: {} }];
  });
  await scheduleDueWork(tx, SaveTheDateDue, due);
  const kept = new Set<Id>(due.map(({ subjectId }) => subjectId));
  const rest = dates.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  await cancelDueWork(tx, SaveTheDateDue, rest);
}

function morningBefore(startsLocal: Temporal.PlainDateTime, days: number, zone: string): Temporal.Instant {
  const day = startsLocal.toPlainDate().subtract({ days });
  return day.toPlainDateTime(MORNING).toZonedDateTime(zone).toInstant();
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
