import type { AuthorizedScope } from '#access';
import type { Reader } from '#database';
import type { Id, Temporal } from '#kernel';
import { getMeeting } from '#meetings';
import { AttendanceClosing } from './attendance-closing.entity.js';
import { ATTENDEES } from './attendee.sql.js';

/** Heads at a meeting. */
export interface AttendanceSum {
  readonly total: number;
  readonly present: number;
  readonly excused: number;
  readonly absent: number;
  readonly open: number;
  readonly walkIns: number;
  /** Of all these, who takes part online. */
  readonly online: { readonly total: number; readonly present: number; readonly open: number };
  readonly closedAt: Temporal.Instant | null;
}

const NOBODY_ONLINE = { total: 0, present: 0, open: 0 };

/** How many were there, for a host. Throws `meeting.not-found` for a meeting the scope does not reach. */
export async function summariseAttendance(
  reader: Reader,
  scope: AuthorizedScope,
  meetingId: Id,
): Promise<AttendanceSum> {
  await getMeeting(reader, scope, meetingId);
  return sumAttendance(reader, meetingId);
}

/** How many were there; two queries. Asks no rights. */
export async function sumAttendance(reader: Reader, meetingId: Id): Promise<AttendanceSum> {
  const [sum]: Omit<AttendanceSum, 'closedAt'>[] = await reader.manager.query(
    `SELECT count(*)::int AS total,
            count(*) FILTER (WHERE state = 'present')::int AS present,
            count(*) FILTER (WHERE state = 'excused')::int AS excused,
            count(*) FILTER (WHERE state = 'absent')::int AS absent,
            count(*) FILTER (WHERE state IS NULL)::int AS open,
            count(*) FILTER (WHERE walk_in)::int AS "walkIns",
            json_build_object('total', count(*) FILTER (WHERE online),
                              'present', count(*) FILTER (WHERE online AND state = 'present'),
                              'open', count(*) FILTER (WHERE online AND state IS NULL)) AS online
       FROM ${ATTENDEES.replaceAll(':meetingId', '$1')} AS attendee
      CROSS JOIN LATERAL (SELECT (attendee.contingent ->> 'online')::boolean AS online) AS way`,
    [meetingId],
  );
  const closing = await reader.manager.findOneBy(AttendanceClosing, { meetingId });
  const nobody = { total: 0, present: 0, excused: 0, absent: 0, open: 0, walkIns: 0, online: NOBODY_ONLINE };
  return { ...(sum ?? nobody), closedAt: closing?.closedAt ?? null };
}

/** Whether somebody was present at a meeting that took place and whose attendance is closed. One query; asks no rights. */
export async function wasThere(
  reader: Reader,
  { meetingId, personId }: { readonly meetingId: Id; readonly personId: Id },
): Promise<boolean> {
  const rows: unknown[] = await reader.manager.query(
    `SELECT FROM attendance
       JOIN attendance_closing AS closing ON closing.meeting_id = attendance.meeting_id
       JOIN meeting ON meeting.id = attendance.meeting_id AND meeting.state = 'published'
      WHERE attendance.meeting_id = $1 AND attendance.person_id = $2 AND attendance.state = 'present'
      LIMIT 1`,
    [meetingId, personId],
  );
  return rows.length > 0;
}
