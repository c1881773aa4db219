import type { Reader } from '#database';
import { findConcerned } from '#directory';
import type { Id, Temporal } from '#kernel';
import type { Conflict, ConflictDate } from './conflict.js';
import { dayConflicts } from './day-conflicts.js';
import { importedConflicts } from './imported-conflicts.js';
import { meetingConflicts } from './meeting-conflicts.js';

interface Asked {
  readonly dates: readonly ConflictDate[];
  /** Whom the dates concern; a network's members and a committee's institution are concerned with it. */
  readonly institutionIds: readonly Id[];
  /** Meetings that are no conflict: the one whose date is asked about. */
  readonly exceptMeetingIds?: readonly Id[];
  /** As of when networks have their members. */
  readonly now: Temporal.Instant;
}

/**
 * What stands against each date, in the dates' order, with whom it affects: weekends, public holidays of the Länder of
 * those concerned, what imported calendars have, and other meetings on the same days. Meetings are named whether or not whoever asks may read them:
 * presenters see to that. Three queries, however many dates. Throws `meeting.unknown-zone`.
 */
export async function findConflicts(
  reader: Reader,
  { dates, institutionIds, exceptMeetingIds = [], now }: Asked,
): Promise<readonly (readonly Conflict[])[]> {
  const concerned = await findConcerned(reader, institutionIds, now);
  const ofDays = dayConflicts(dates, concerned);
  const ofMeetings = await meetingConflicts(reader, dates, { concerned, exceptIds: exceptMeetingIds });
  const imported = await importedConflicts(reader, dates, concerned);
  return dates.map((_, index) => [ofDays, imported, ofMeetings].flatMap((found) => found[index] ?? []));
}
