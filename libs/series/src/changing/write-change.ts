import type { Actor } from '#access';
import { insertRows } from '#database';
import type { Tx } from '#database';
import { newId } from '#kernel';
import type { Id, Temporal } from '#kernel';
import { cancelMeetingIn, changeMeetingIn, findTold } from '#participation';
import { scheduleInvitations } from '../inviting/invitations-due.js';
import { writeSummaryMails } from '../mail/summary-mails.js';
import { SeriesChange } from '../tables/series-change.entity.js';
import type { MeetingEffect } from '../tables/series-change.entity.js';
import { SeriesDate } from '../tables/series-date.entity.js';
import type { Series } from '../tables/series.entity.js';
import { findUninvited } from '../writing/run-series.js';
import { writeDates } from '../writing/write-dates.js';
import type { DateChange, SeriesChangePlan } from './plan-change.js';

export interface ChangeWriting {
  readonly actor: Actor;
  readonly now: Temporal.Instant;
  /** The host's word on it, for the mails. */
  readonly note: string | null;
}

/**
 * Does to the dates what was planned, in the caller's transaction, under the series' lock; meetings are locked by id.
 * Whoever is invited to one of them gets one summary mail without a calendar part and one short calendar mail per date.
 */
export async function writeSeriesChange(
  tx: Tx,
  series: Series,
  { changes, adds }: SeriesChangePlan,
  writing: ChangeWriting,
): Promise<void> {
  const effects = changes.flatMap(effectOf);
  // Before the calendar mails are written: who has heard of the meetings so far.
  const told = await findTold(tx, effects.map(asTold));
  for (const change of changes.toSorted(byMeeting)) await writeMeeting(tx, change, writing);
  await writeDays(tx, changes);
  if (adds.length > 0) await dropOpenQuestions(tx, series);
  if (series.endsOn !== null) await dropOpenQuestions(tx, series, series.endsOn);
  await writeDates(tx, series, adds, writing);
  await scheduleInvitations(tx, series, await findUninvited(tx, series), writing.now);
  if (told.length === 0) return;
  const change = { id: newId(), seriesId: series.id, effects, note: writing.note, changedAt: writing.now };
  await insertRows(tx, SeriesChange, [change]);
  await writeSummaryMails(tx, change, told);
}

/** What a change does to a meeting, for the mails; nothing for one that stays as it is. */
export function effectOf({ date, effect, input }: DateChange): readonly MeetingEffect[] {
  if (effect === 'kept-by-hand' || effect === 'unchanged') return [];
  const { meetingId, current: before } = date;
  const after = effect === 'cancelled' ? null : whenOf(input);
  return [{ meetingId, effect, title: input.title, before: whenOf(before), after }];
}

/** Moved meetings ask their people again. */
export function asTold({ meetingId, effect }: MeetingEffect): { meetingId: Id; asksAgain: boolean } {
  return { meetingId, asksAgain: effect === 'moved' };
}

async function writeMeeting(tx: Tx, change: DateChange, { actor, now, note }: ChangeWriting): Promise<void> {
  const { effect, date, input } = change;
  const { meetingId } = date;
  if (effect === 'cancelled') await cancelMeetingIn(tx, actor, { meetingId, note, briefly: true, now });
  if (effect === 'moved' || effect === 'changed') {
    await changeMeetingIn(tx, actor, { meetingId, patch: input, keepAnswers: false, briefly: true, now });
  }
}

/** The dates' own rows; originals in two steps, since one date may take the place of another. */
async function writeDays(tx: Tx, changes: readonly DateChange[]): Promise<void> {
  await tx.manager.query(
    `UPDATE series_date SET original_local = original_local + interval '1000 years' WHERE id = ANY($1)`,
    [changes.map(({ date }) => date.id)],
  );
  for (const change of changes) {
    await tx.manager.update(SeriesDate, { id: change.date.id }, dayOf(change));
  }
}

/** What the date's own row is to say. */
function dayOf({ effect, originalLocal, number, input, holiday }: DateChange): Partial<SeriesDate> {
  if (effect === 'cancelled') return { originalLocal, number: null };
  if (effect === 'kept-by-hand') return { originalLocal, number };
  return { originalLocal, number, generated: input, ...(holiday !== undefined && { holiday }) };
}

/** Dates without a meeting: those that the former rule planned, or those from the series' last day on. */
async function dropOpenQuestions(tx: Tx, { id }: Series, from?: Temporal.PlainDate): Promise<void> {
  const since = from?.toPlainDateTime() ?? null;
  await tx.manager.query(
    `DELETE FROM series_date
      WHERE series_id = $1 AND meeting_id IS NULL AND ($2::timestamp IS NULL OR original_local >= $2)
        AND NOT (state = 'skipped' AND number IS NOT NULL)`,
    [id, since],
  );
}

function whenOf({ startsLocal, endsLocal, allDay, zone }: DateChange['input']): MeetingEffect['before'] {
  return { startsLocal, endsLocal, allDay, zone };
}

function byMeeting(one: DateChange, other: DateChange): number {
  return one.date.meetingId < other.date.meetingId ? -1 : 1;
}
