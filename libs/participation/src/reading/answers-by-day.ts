import type { AuthorizedScope } from '#access';
import type { AnswersByDayDto, RegistrationState } from '#contracts';
import type { Reader } from '#database';
import type { Id } from '#kernel';
import { getMeeting } from '#meetings';

type Standing = Exclude<keyof AnswersByDayDto['items'][number], 'on'>;

/** What an invitation stood at, at the end of a day; null: it was withdrawn. */
export interface DayStanding {
  readonly on: string;
  readonly invitationId: Id;
  readonly registration: RegistrationState | 'silent' | null;
}

const STANDINGS: Readonly<Record<RegistrationState | 'silent', Standing>> = {
  confirmed: 'confirmed',
  offered: 'waiting',
  waitlisted: 'waiting',
  awaiting_approval: 'waiting',
  tentative: 'maybe',
  declined: 'declined',
  cancelled: 'declined',
  silent: 'silent',
};

/** The counts at the end of each day on which one of them changed; by day, as they come. */
export function foldDays(standings: readonly DayStanding[]): AnswersByDayDto['items'] {
  const now = new Map<Id, Standing>();
  const counts = { confirmed: 0, waiting: 0, maybe: 0, declined: 0, silent: 0 };
  return [...Map.groupBy(standings, ({ on }) => on)].map(([on, changes]) => {
    for (const { invitationId, registration } of changes) {
      const before = now.get(invitationId);
      if (before !== undefined) counts[before] -= 1;
      now.delete(invitationId);
      if (registration === null) continue;
      now.set(invitationId, STANDINGS[registration]);
      counts[STANDINGS[registration]] += 1;
    }
    return { on, ...counts };
  });
}

/** How the answers of a meeting grew, told by the log, in two queries. Throws `meeting.not-found`. */
export async function countAnswersByDay(
  reader: Reader,
  scope: AuthorizedScope,
  meetingId: Id,
): Promise<AnswersByDayDto> {
  const { zone } = await getMeeting(reader, scope, meetingId);
  const standings: DayStanding[] = await reader.manager.query(
    `SELECT DISTINCT ON ("on", "invitationId") * FROM (
       SELECT (invited_at AT TIME ZONE $2)::date::text AS "on", id AS "invitationId", 'silent' AS registration,
              invited_at AS at
         FROM invitation WHERE meeting_id = $1
       UNION ALL
       SELECT (entry.at AT TIME ZONE $2)::date::text, entry.subject_id,
              CASE WHEN entry.action <> 'invitation.withdraw' THEN entry.after ->> 'registration' END, entry.at
         FROM audit_entry AS entry
         JOIN invitation ON invitation.id = entry.subject_id AND invitation.meeting_id = $1
        WHERE entry.subject_kind = 'invitation'
          AND (entry.action = 'invitation.withdraw' OR entry.after ->> 'registration' IS NOT NULL)
       ) AS told
      ORDER BY "on", "invitationId", at DESC, registration = 'silent'`,
    [meetingId, zone],
  );
  return { items: foldDays(standings) };
}
