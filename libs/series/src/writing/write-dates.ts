import type { Actor } from '#access';
import { writeAudit } from '#audit';
import { insertRows } from '#database';
import type { Tx } from '#database';
import { findInstitutions } from '#directory';
import { newId, Temporal } from '#kernel';
import type { Id, LocalizedText } from '#kernel';
import { faceOf, insertMeeting, MeetingChanged, updateMeetingState } from '#meetings';
import { factOf, recordFacts } from '#queue';
import { fillTemplate } from '../dates/fill-template.js';
import type { PlannedDate } from '../dates/plan-dates.js';
import { SeriesDate } from '../tables/series-date.entity.js';
import type { Series } from '../tables/series.entity.js';
import { scheduleInvitations } from '../inviting/invitations-due.js';
import { Rotation } from '../rotation/rotation.js';

export interface Writing {
  readonly actor: Pick<Actor, 'personId' | 'channel' | 'requestId'>;
  readonly now: Temporal.Instant;
}

/**
 * Writes planned dates with their meetings, in the caller's transaction, under the series' lock: published at once, as
 * far as the template's visibility says. Where none is given, numbers go on from the last; the rotation proposes each
 * one's host.
 */
export async function writeDates(
  tx: Tx,
  series: Series,
  planned: readonly (PlannedDate & { readonly number?: number | null })[],
  writing: Writing,
): Promise<readonly SeriesDate[]> {
  if (planned.length === 0) return [];
  const rotation = await Rotation.of(tx, series);
  let next = await nextNumber(tx, series);
  const written: SeriesDate[] = [];
  for (const plan of planned) {
    const number = plan.number ?? (plan.state === 'skipped' ? null : next++);
    const hostId = plan.state === 'planned' ? rotation.propose(plan.startsLocal) : null;
    const date = { ...blank(series, plan), number, hostId };
    written.push(plan.state === 'planned' ? await withMeeting(tx, series, { date, plan, writing }) : date);
  }
  await insertRows(tx, SeriesDate, written);
  await scheduleInvitations(tx, series, written, writing.now);
  return written;
}

/** What a date's meeting is to be, with the name of its host. */
export async function meetingInputOf(
  tx: Tx,
  series: Series,
  date: { startsLocal: Temporal.PlainDateTime; number: number | null; hostId: Id | null },
) {
  const hostId = date.hostId ?? series.institutionId;
  const name: LocalizedText = (await findInstitutions(tx, [hostId])).get(hostId)?.name ?? {};
  const { startsLocal, number } = date;
  return fillTemplate(series, { startsLocal, number: number ?? 0, host: { id: hostId, name } });
}

/** Makes the meeting of a date and returns the date with it. */
export async function withMeeting(
  tx: Tx,
  series: Series,
  { date, plan, writing }: { date: SeriesDate; plan: Pick<PlannedDate, 'startsLocal'>; writing: Writing },
): Promise<SeriesDate> {
  const { actor, now } = writing;
  const generated = await meetingInputOf(tx, series, { ...date, startsLocal: plan.startsLocal });
  const draft = await insertMeeting(tx, generated, now);
  const meeting = await updateMeetingState(tx, draft, 'published', now);
  await writeAudit(tx, [
    {
      at: now,
      actorPersonId: actor.personId,
      channel: actor.channel,
      action: 'meeting.create',
      subjectKind: 'meeting',
      subjectId: meeting.id,
      institutionIds: [series.institutionId, ...generated.hostIds],
      after: { ...faceOf(meeting), seriesId: series.id },
      requestId: actor.requestId,
    },
  ]);
  await recordFacts(tx, [factOf(MeetingChanged, { meetingId: meeting.id, revision: meeting.revision }, now)]);
  return { ...date, state: 'planned', meetingId: meeting.id, generated };
}

function blank(series: Series, { originalLocal, state, holiday }: PlannedDate): SeriesDate {
  return {
    id: newId(),
    seriesId: series.id,
    originalLocal,
    number: null,
    state,
    meetingId: null,
    generated: null,
    holiday,
    hostId: null,
    dueAt: null,
    invitedAt: null,
  };
}

/** The number that the next date to be made gets. */
export async function nextNumber(tx: Tx, { id, firstNumber }: Series): Promise<number> {
  const [row]: { last: number | null }[] = await tx.manager.query(
    'SELECT max(number) AS last FROM series_date WHERE series_id = $1',
    [id],
  );
  return Math.max(firstNumber, (row?.last ?? 0) + 1);
}
