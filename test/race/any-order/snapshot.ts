import type { GivenAnswer, RegistrationState, Seating } from '#contracts';
import type { Reader } from '#database';
import type { Id } from '#kernel';

/** Everything in the tables that a meeting's seats are made of. Moments are ISO 8601 in UTC. */
export interface Snapshot {
  readonly meeting: {
    readonly capacity: number | null;
    readonly seating: Seating;
    readonly version: number;
    readonly lastArrival: number;
    readonly answerByAt: string | null;
    readonly endsAt: string;
  };
  readonly people: readonly Invited[];
  readonly registrations: number;
  readonly open: readonly Open[];
  /** Oldest first, as the log. */
  readonly mails: readonly Mail[];
  readonly log: readonly Logged[];
  readonly due: readonly { readonly kind: string; readonly subjectId: Id; readonly dueAt: string }[];
}

export interface Invited {
  readonly id: Id;
  readonly invitation: 'active' | 'withdrawn';
  readonly answer: GivenAnswer | null;
  readonly sequence: number;
  readonly reservedSeat: boolean;
  readonly clusters: readonly Id[];
  readonly registration: Registered | null;
}

export interface Registered {
  readonly id: Id;
  readonly state: RegistrationState;
  readonly seats: number;
  readonly companions: readonly string[];
  readonly contingentId: Id | null;
  readonly cause: string | null;
  readonly arrival: number;
  readonly offeredUntil: string | null;
  readonly groupId: Id | null;
}

export interface Open {
  readonly id: Id;
  readonly state: 'pending' | 'confirmed' | 'expired';
  readonly holds: boolean;
  readonly seats: number;
  readonly contingentId: Id | null;
  readonly expiresAt: string;
  readonly invitationId: Id | null;
  readonly address: string;
}

export interface Mail {
  readonly id: Id;
  readonly kind: string;
  readonly threadId: Id | null;
  readonly sequence: number | null;
  readonly outcome: string | null;
  readonly openId: Id | null;
  readonly state: string;
}

interface Essence {
  readonly registration?: RegistrationState | null;
  readonly substituteInvitationId?: Id;
}

export interface Logged {
  readonly id: Id;
  readonly action: string;
  readonly subjectId: Id;
  readonly before: Essence | null;
  readonly after: Essence | null;
}

/** Reads a meeting as it lies in the tables. */
export async function readSnapshot(reader: Reader, meetingId: Id): Promise<Snapshot> {
  const [{ snapshot }]: [{ snapshot: Snapshot }] = await reader.manager.query(READ, [meetingId]);
  return snapshot;
}

const utc = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const listed = (fields: string, from: string) =>
  `(SELECT coalesce(json_agg(json_build_object(${fields}) ORDER BY row.id), '[]') FROM ${from})`;

const READ = `
  WITH asked AS MATERIALIZED (SELECT * FROM invitation WHERE meeting_id = $1),
  registered AS MATERIALIZED (SELECT * FROM registration WHERE meeting_id = $1),
  open AS MATERIALIZED (SELECT * FROM open_registration WHERE meeting_id = $1)
  SELECT json_build_object(
    'meeting', (SELECT json_build_object(
       'capacity', capacity, 'seating', seating, 'version', version, 'lastArrival', last_arrival,
       'answerByAt', ${utc('answer_by_at')}, 'endsAt', ${utc('ends_at')}) FROM meeting WHERE id = $1),
    'people', ${listed(
      `'id', row.id, 'invitation', row.state, 'answer', answer, 'sequence', sequence, 'reservedSeat', reserved_seat,
       'clusters', (SELECT coalesce(json_agg(DISTINCT institution_id), '[]') FROM invitation_reason
                     WHERE invitation_id = row.id AND ended_at IS NULL AND institution_id IS NOT NULL),
       'registration', CASE WHEN registered.id IS NOT NULL THEN json_build_object(
         'id', registered.id, 'state', registered.state, 'seats', seats, 'companions', companions,
         'contingentId', contingent_id, 'cause', cause, 'arrival', arrival, 'offeredUntil', ${utc('offered_until')},
         'groupId', group_id) END`,
      `asked AS row LEFT JOIN registered ON registered.invitation_id = row.id`,
    )},
    'registrations', (SELECT count(*) FROM registered),
    'open', ${listed(
      `'id', row.id, 'state', state, 'holds', holds_seats, 'seats', 1 + cardinality(companions),
       'contingentId', contingent_id, 'expiresAt', ${utc('expires_at')}, 'invitationId', invitation_id,
       'address', address`,
      'open AS row',
    )},
    'mails', ${listed(
      `'id', row.id, 'kind', kind, 'threadId', thread_id, 'sequence', sequence, 'outcome', params ->> 'outcome',
       'openId', params ->> 'openRegistrationId', 'state', state`,
      `(SELECT * FROM outgoing_mail WHERE topic_id = $1 UNION ALL
        SELECT * FROM outgoing_mail WHERE dedup_key IN (SELECT 'open-registration:' || id FROM open)) AS row`,
    )},
    'log', ${listed(
      `'id', row.id, 'action', action, 'subjectId', subject_id, 'before', before, 'after', after`,
      `audit_entry AS row WHERE subject_kind = 'invitation' AND subject_id IN (SELECT id FROM asked)`,
    )},
    'due', ${listed(
      `'kind', kind, 'subjectId', subject_id, 'dueAt', ${utc('due_at')}`,
      `due_work AS row WHERE subject_id IN (SELECT id FROM registered UNION ALL SELECT id FROM open)`,
    )}) AS snapshot`;
