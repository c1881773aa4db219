import { isDeepStrictEqual } from 'node:util';
import { endMeetingGrants, systemActor } from '#access';
import type { Actor } from '#access';
import type { MeetingInput } from '#contracts';
import { insertRows } from '#database';
import type { Tx } from '#database';
import { newId, Temporal } from '#kernel';
import type { Id } from '#kernel';
import { lockMeeting } from '#meetings';
import { changeMeetingIn, findTold } from '#participation';
import { touchedFields } from '../changing/plan-change.js';
import type { StandingDate } from '../changing/plan-change.js';
import { findStandingDates } from '../changing/standing-dates.js';
import { writeSummaryMails } from '../mail/summary-mails.js';
import { SeriesChange } from '../tables/series-change.entity.js';
import { SeriesDate } from '../tables/series-date.entity.js';
import type { Series } from '../tables/series.entity.js';
import { meetingInputOf } from '../writing/write-dates.js';

/** A date gets another host; null: the series' institution. */
export interface HostMove {
  readonly dateId: Id;
  readonly hostId: Id | null;
}

export interface HostWriting {
  readonly actor: Pick<Actor, 'personId' | 'channel' | 'requestId'>;
  readonly now: Temporal.Instant;
}

interface PlannedMove extends HostMove {
  readonly date: StandingDate;
  readonly patch: Partial<Pick<MeetingInput, 'hostIds' | 'title'>>;
  readonly generated: MeetingInput;
}

/**
 * Gives coming dates other hosts, in the caller's transaction, under the series' lock; meetings are locked by id. Dates
 * without a standing meeting, and those whose hosts somebody named by hand, stay as they are. Who hosts is no news by
 * itself; where the title names the host, people hear of it as of every change of a series. Rights for the meeting that
 * people of the former host were given by name end at once. May run twice.
 */
export async function giveHosts(
  tx: Tx,
  series: Series,
  moves: readonly HostMove[],
  writing: HostWriting,
): Promise<void> {
  const planned = (await planMoves(tx, series, moves, writing.now)).toSorted((one, other) =>
    one.date.meetingId < other.date.meetingId ? -1 : 1,
  );
  const news = planned.filter(({ patch }) => patch.title !== undefined);
  const told = await findTold(
    tx,
    news.map(({ date }) => ({ meetingId: date.meetingId, asksAgain: false })),
  );
  // The series decides who hosts its dates, whoever set it off.
  const actor = { ...systemActor(), ...writing.actor };
  for (const { date, dateId, hostId, patch, generated } of planned) {
    const { meetingId } = date;
    const change = { meetingId, patch, keepAnswers: true, briefly: true, now: writing.now };
    await changeMeetingIn(tx, actor, change);
    await tx.manager.update(SeriesDate, { id: dateId }, { hostId, generated });
    await endNamedRights(tx, series, date, writing);
  }
  if (told.length === 0) return;
  const change = {
    id: newId(),
    seriesId: series.id,
    effects: news.map(effectOf),
    note: null,
    changedAt: writing.now,
  };
  await insertRows(tx, SeriesChange, [change]);
  await writeSummaryMails(tx, change, told);
}

/** Whether somebody named the hosts of the date's meeting by hand. */
export function isHostByHand({ generated, current }: Pick<StandingDate, 'generated' | 'current'>): boolean {
  return touchedFields(generated, current).includes('hostIds');
}

async function planMoves(
  tx: Tx,
  series: Series,
  moves: readonly HostMove[],
  now: Temporal.Instant,
): Promise<readonly PlannedMove[]> {
  const hosts = new Map(moves.map(({ dateId, hostId }) => [dateId, hostId]));
  const meetingIds = (await findStandingDates(tx, series.id, { now }))
    .filter(({ id }) => hosts.has(id))
    .map(({ meetingId }) => meetingId);
  for (const meetingId of meetingIds.toSorted()) await lockMeeting(tx, meetingId);
  const planned: PlannedMove[] = [];
  for (const date of await findStandingDates(tx, series.id, { now })) {
    const hostId = hosts.get(date.id);
    if (hostId === undefined || hostId === date.hostId || isHostByHand(date)) continue;
    planned.push(await planMove(tx, series, date, hostId));
  }
  return planned;
}

async function planMove(tx: Tx, series: Series, date: StandingDate, hostId: Id | null): Promise<PlannedMove> {
  const startsLocal = Temporal.PlainDateTime.from(date.generated.startsLocal);
  const { hostIds, title } = await meetingInputOf(tx, series, { startsLocal, number: date.number, hostId });
  const renames = !isDeepStrictEqual(title, date.generated.title);
  const isTitled = touchedFields(date.generated, date.current).includes('title');
  return {
    dateId: date.id,
    hostId,
    date,
    patch: { hostIds, ...(renames && !isTitled && { title }) },
    generated: { ...date.generated, hostIds, ...(renames && { title }) },
  };
}

/** What the former host's own people were given for this meeting by name goes with the turn. */
async function endNamedRights(
  tx: Tx,
  { institutionId }: Series,
  { hostId, meetingId, current }: StandingDate,
  { actor, now }: HostWriting,
): Promise<void> {
  if (hostId === null) return;
  const rows: readonly { personId: Id }[] = await tx.manager.query(
    `SELECT DISTINCT role_grant.person_id AS "personId" FROM role_grant
       JOIN person ON person.id = role_grant.person_id
      WHERE role_grant.meeting_id = $1 AND role_grant.role = 'meeting_host'
        AND (person.home_institution_id = $2
             OR EXISTS (SELECT FROM mandate JOIN office ON office.id = mandate.office_id
                         WHERE mandate.person_id = person.id AND office.institution_id = $2))`,
    [meetingId, hostId],
  );
  const personIds = rows.map(({ personId }) => personId);
  const today = now.toZonedDateTimeISO(current.zone).toPlainDate();
  const institutionIds = [institutionId, hostId];
  await endMeetingGrants(tx, { meetingId, personIds, today, institutionIds, actor, now });
}

function effectOf({ date: { meetingId, current }, patch }: PlannedMove) {
  const { startsLocal, endsLocal, allDay, zone } = current;
  const when = { startsLocal, endsLocal, allDay, zone };
  return {
    meetingId,
    effect: 'changed' as const,
    title: patch.title ?? current.title,
    before: when,
    after: when,
  };
}
