import type { AuthorizedScope } from '#access';
import type { GivenAnswer } from '#contracts';
import type { Reader } from '#database';
import type { Id, LocalizedText, Temporal } from '#kernel';
import { Meeting, whereMeetingReached } from '#meetings';

interface ConcernedMeeting {
  readonly id: Id;
  readonly title: LocalizedText;
  readonly startsLocal: string;
  readonly zone: string;
}

/** An invitation that a handover concerns. */
export interface ConcernedInvitation {
  readonly meeting: ConcernedMeeting;
  readonly answer: GivenAnswer | null;
  readonly otherReasons: number;
  readonly isSuccessorInvited: boolean;
  /** Whether the scope lets its meeting be named. */
  readonly isReached: boolean;
}

interface Concern {
  readonly officeId: Id;
  readonly personId: Id;
  readonly successorId: Id | null;
  /** Meetings that begin later. */
  readonly after: Temporal.Instant;
}

type Row = Omit<ConcernedInvitation, 'meeting' | 'isReached'> & { readonly meetingId: Id };

/** The person's invitations, because of the office, to published meetings that begin later; by their beginning. */
export async function findConcerned(
  reader: Reader,
  scope: AuthorizedScope,
  { officeId, personId, successorId, after }: Concern,
): Promise<readonly ConcernedInvitation[]> {
  const rows: Row[] = await reader.manager.query(
    `SELECT meeting.id AS "meetingId", invitation.answer,
            (SELECT count(*)::int FROM invitation_reason AS other
              WHERE other.invitation_id = invitation.id AND other.office_id IS DISTINCT FROM $1
                AND other.ended_at IS NULL) AS "otherReasons",
            EXISTS (SELECT FROM invitation AS theirs
                     WHERE theirs.meeting_id = meeting.id AND theirs.person_id = $3 AND theirs.state = 'active'
            ) AS "isSuccessorInvited"
       FROM invitation
       JOIN meeting ON meeting.id = invitation.meeting_id
      WHERE EXISTS (SELECT FROM invitation_reason AS reason
                     WHERE reason.invitation_id = invitation.id AND reason.office_id = $1
                       AND reason.ended_at IS NULL AND reason.as_deputy_for_id IS NULL)
        AND invitation.person_id = $2 AND invitation.state = 'active'
        AND meeting.state = 'published' AND meeting.starts_at > $4
      ORDER BY meeting.starts_at, meeting.id`,
    [officeId, personId, successorId, after],
  );
  const query = selectMeetings(reader).where('meeting.id = ANY(:ids)', {
    ids: rows.map(({ meetingId }) => meetingId),
  });
  const reached = await whereMeetingReached(query, scope).getMany();
  const meetings = new Map(reached.map((meeting) => [meeting.id, presentMeeting(meeting)]));
  return rows.map(({ meetingId, ...rest }) => ({
    ...rest,
    isReached: meetings.has(meetingId),
    meeting: meetings.get(meetingId) ?? { id: meetingId, title: {}, startsLocal: '', zone: '' },
  }));
}

/** The later meetings that the scope reaches and for which the person is the one to ask. */
export async function findHostDuties(
  reader: Reader,
  scope: AuthorizedScope,
  { personId, after }: Pick<Concern, 'personId' | 'after'>,
): Promise<readonly ConcernedMeeting[]> {
  const query = selectMeetings(reader)
    .where('meeting.organiserId = :personId', { personId })
    .andWhere(`meeting.startsAt > :after AND meeting.state <> 'cancelled'`, { after })
    .orderBy('meeting.startsAt')
    .addOrderBy('meeting.id');
  return (await whereMeetingReached(query, scope).getMany()).map(presentMeeting);
}

function selectMeetings(reader: Reader) {
  return reader.manager.createQueryBuilder(Meeting, 'meeting');
}

/** What is named of a meeting. */
function presentMeeting({ id, title, startsLocal, zone }: Meeting): ConcernedMeeting {
  return { id, title, startsLocal: startsLocal.toString({ smallestUnit: 'minute' }), zone };
}
