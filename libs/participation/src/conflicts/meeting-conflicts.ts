import { instantOf } from '#calendar';
import type { Reader } from '#database';
import type { ConcernedInstitution } from '#directory';
import type { Id, LocalizedText } from '#kernel';
import { JOIN_REPRESENTED_CLUSTER } from '../reading/represented.sql.js';
import type { Conflict, ConflictDate } from './conflict.js';
import { daysOf, nameOf } from './day-conflicts.js';

interface MeetingRow {
  /** Which of the dates, counted from 1. */
  readonly date: string;
  readonly meetingId: Id;
  readonly title: LocalizedText;
  readonly institutionId: Id;
  readonly institutionName: LocalizedText;
  readonly overlaps: boolean;
  readonly sharedIds: readonly Id[];
}

/**
 * The meetings, drafts too, on the days of each date that share somebody concerned: as owner or host, or because people
 * are invited for them. By start. One query, however many dates.
 */
export async function meetingConflicts(
  reader: Reader,
  dates: readonly ConflictDate[],
  {
    concerned,
    exceptIds,
  }: { readonly concerned: readonly ConcernedInstitution[]; readonly exceptIds: readonly Id[] },
): Promise<readonly (readonly Conflict[])[]> {
  const byId = new Map(concerned.map((institution) => [institution.id, institution]));
  if (byId.size === 0 || dates.length === 0) return dates.map(() => []);
  const rows: readonly MeetingRow[] = await reader.manager.query(SQL, [
    ...columnsOf(dates),
    [...byId.keys()],
    exceptIds,
  ]);
  const found = dates.map((): Conflict[] => []);
  for (const { date, institutionId, institutionName, sharedIds, ...row } of rows) {
    found[Number(date) - 1]?.push({
      kind: 'meeting',
      ...row,
      institution: { id: institutionId, name: institutionName },
      affected: concerned.filter(({ id }) => sharedIds.includes(id)).map(nameOf),
    });
  }
  return found;
}

/** The instants at which the days and the dates themselves begin and end, each as a column. */
function columnsOf(dates: readonly ConflictDate[]): readonly string[][] {
  const rows = dates.map((date) => {
    const [first, until] = daysOf(date);
    const at = (wallClock: ConflictDate['startsLocal']) => instantOf(wallClock, date.zone).toString();
    return {
      dayStarts: at(first.toPlainDateTime()),
      dayEnds: at(until.toPlainDateTime()),
      starts: at(date.startsLocal),
      ends: at(date.endsLocal),
    };
  });
  return [
    rows.map(({ dayStarts }) => dayStarts),
    rows.map(({ dayEnds }) => dayEnds),
    rows.map(({ starts }) => starts),
    rows.map(({ ends }) => ends),
  ];
}

// ix_meeting_period holds closed ranges; what merely touches the day's bounds is taken out again.
const SQL = `
  WITH asked AS (
         SELECT * FROM unnest($1::timestamptz[], $2::timestamptz[], $3::timestamptz[], $4::timestamptz[])
           WITH ORDINALITY AS asked (day_starts, day_ends, starts, ends, date)),
       near AS MATERIALIZED (
         SELECT asked.date, meeting.id, meeting.title, meeting.institution_id, meeting.starts_at,
                meeting.starts_at < asked.ends AND meeting.ends_at > asked.starts AS overlaps
           FROM asked
           JOIN meeting ON tstzrange(meeting.starts_at, meeting.ends_at, '[]')
                           && tstzrange(asked.day_starts, asked.day_ends)
          WHERE meeting.state IN ('draft', 'published') AND meeting.ends_at > asked.day_starts
            AND meeting.id <> ALL($6::uuid[])),
       shared AS (
         SELECT id AS meeting_id, institution_id FROM near
         UNION
         SELECT meeting_id, institution_id FROM meeting_host WHERE meeting_id IN (SELECT id FROM near)
         UNION
         SELECT invitation.meeting_id, cluster.id
           FROM invitation
           JOIN invitation_reason AS reason ON reason.invitation_id = invitation.id AND reason.ended_at IS NULL
           ${JOIN_REPRESENTED_CLUSTER}
          WHERE invitation.state = 'active' AND invitation.meeting_id IN (SELECT id FROM near))
  SELECT near.date, near.id AS "meetingId", near.title, near.overlaps,
         near.institution_id AS "institutionId", owner.name AS "institutionName",
         array_agg(shared.institution_id) AS "sharedIds"
    FROM near
    JOIN shared ON shared.meeting_id = near.id AND shared.institution_id = ANY($5)
    JOIN institution AS owner ON owner.id = near.institution_id
   GROUP BY near.date, near.id, near.title, near.overlaps, near.institution_id, near.starts_at, owner.name
   ORDER BY near.date, near.starts_at, near.id`;
