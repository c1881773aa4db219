import type { Reader } from '#database';
import type { Id, Temporal } from '#kernel';
import type { Meeting } from '#meetings';
import type { Waiting } from '../rules/line.rules.js';
import type { SeatFacts } from '../rules/registration.rules.js';
import { isFull, NOTHING_HELD } from '../rules/seats.rules.js';
import type { Held } from '../rules/seats.rules.js';
import { JOIN_REPRESENTED } from '../reading/represented.sql.js';
import { freedSeats } from './freed-seats.rules.js';
import { limitsOf, partyOf } from './party-of.js';
import { HAS_RESERVED_SEAT, readRepresented } from './read-represented.js';

/** Who is decided on. `newcomers`: nobody who has or waits for a seat, so that none comes free. */
export type Deciding = 'anybody' | 'newcomers';

/** The seats of a meeting whose row the caller has locked, as they are at `now`. */
export async function readSeatFacts(
  reader: Reader,
  meeting: Meeting,
  now: Temporal.Instant,
  deciding: Deciding = 'anybody',
): Promise<SeatFacts> {
  return completeSeatFacts(reader, meeting, {
    now,
    deciding,
    shared: await readShared(reader, meeting, now),
  });
}

interface Completing {
  readonly now: Temporal.Instant;
  readonly deciding: Deciding;
  /** By `readShared`. */
  readonly shared: ReadonlyMap<string, number>;
}

/** What there is to know of the seats besides what `readShared` has read; nothing more where they are all taken. */
export async function completeSeatFacts(
  reader: Reader,
  meeting: Meeting,
  { now, deciding, shared }: Completing,
): Promise<SeatFacts> {
  const { seating, lastArrival } = meeting;
  const limits = limitsOf(meeting);
  const facts = {
    limits,
    held: { ...NOTHING_HELD, shared },
    lineRule: seating.line,
    waiting: [],
    lastArrival,
    freed: freedSeats(meeting, now),
    approval: seating.approval,
  };
  // Where every seat is taken and stays so, newcomers wait, whoever they come for and whoever else waits.
  if (deciding === 'newcomers' && isFull(limits, facts.held)) return facts;
  const waiting = await readWaiting(reader, meeting);
  const countsGroups = seating.quota !== null || seating.line === 'clusters-first';
  if (!countsGroups) return { ...facts, waiting };
  return { ...facts, waiting, held: { shared, ...(await readByInstitution(reader, meeting)) } };
}

/** What is taken of the limits that everybody shares, also by who has registered on the public page and may still confirm it. */
export async function readShared(
  reader: Reader,
  meeting: Meeting,
  now: Temporal.Instant,
): Promise<ReadonlyMap<string, number>> {
  const { capacity, seating } = meeting;
  const isBounded = capacity !== null || seating.contingents.some(({ seats }) => seats !== null);
  if (!isBounded) return new Map();
  const reserved = seating.reserved > 0 ? HAS_RESERVED_SEAT : 'false';
  const rows: { contingentId: Id | null; isReserved: boolean; seats: number }[] = await reader.manager.query(
    `SELECT registration.contingent_id AS "contingentId", ${reserved} AS "isReserved",
            sum(registration.seats)::int AS seats
       FROM registration LEFT JOIN invitation ON invitation.id = registration.invitation_id
      WHERE registration.meeting_id = $1 AND registration.state IN ('confirmed', 'offered')
      GROUP BY 1, 2
      UNION ALL
     SELECT contingent_id, false, sum(1 + cardinality(companions))::int
       FROM open_registration
      WHERE meeting_id = $1 AND state = 'pending' AND holds_seats AND expires_at >= $2
      GROUP BY 1`,
    [meeting.id, now],
  );
  const shared = new Map<string, number>();
  const nobody = { clusters: [], organisations: [] };
  for (const { contingentId, isReserved, seats } of rows) {
    const party = partyOf(meeting, { ...nobody, isReserved }, { seats, contingentId });
    for (const key of party.shared) shared.set(key, (shared.get(key) ?? 0) + seats);
  }
  return shared;
}

async function readByInstitution(reader: Reader, { id, seating }: Meeting): Promise<Omit<Held, 'shared'>> {
  const reserved = seating.reserved > 0 ? HAS_RESERVED_SEAT : 'false';
  const rows: { id: string; kind: string; seats: number; counted: number }[] = await reader.manager.query(
    `SELECT stands.institution_id AS id, stands.kind, sum(seats)::int AS seats,
            coalesce(sum(seats) FILTER (WHERE NOT is_reserved), 0)::int AS counted
       FROM (SELECT DISTINCT registration.id, registration.seats, represented.id AS institution_id,
                    represented.kind, ${reserved} AS is_reserved
               FROM registration
               JOIN invitation ON invitation.id = registration.invitation_id
               JOIN invitation_reason AS reason
                 ON reason.invitation_id = invitation.id AND reason.ended_at IS NULL
               ${JOIN_REPRESENTED}
              WHERE registration.meeting_id = $1 AND registration.state IN ('confirmed', 'offered')) AS stands
      GROUP BY 1, 2`,
    [id],
  );
  const counted = rows.filter(({ kind }) => kind === seating.quota?.per);
  const clusters = rows.filter(({ kind }) => kind === 'cluster');
  return {
    groups: new Map(counted.map((row) => [row.id, row.counted])),
    clusters: new Map(clusters.map((row) => [row.id, row.seats])),
  };
}

interface WaitingRow {
  readonly registrationId: Id;
  readonly invitationId: Id | null;
  readonly arrival: number;
  readonly seats: number;
  readonly contingentId: Id | null;
  readonly group: Id | null;
}

async function readWaiting(reader: Reader, meeting: Meeting): Promise<readonly Waiting[]> {
  const rows: WaitingRow[] = await reader.manager.query(
    `SELECT id AS "registrationId", invitation_id AS "invitationId", arrival::int, seats,
            contingent_id AS "contingentId", group_id AS "group"
       FROM registration WHERE meeting_id = $1 AND state = 'waitlisted' ORDER BY arrival`,
    [meeting.id],
  );
  const represented = await readRepresented(
    reader,
    meeting.id,
    needsRepresented(meeting) ? rows.flatMap(({ invitationId }) => invitationId ?? []) : [],
  );
  return rows.map(({ registrationId, invitationId, arrival, group, ...asked }) => ({
    registrationId,
    arrival,
    group,
    party: partyOf(meeting, represented(invitationId), asked),
  }));
}

/** Whether it matters for whom people come. */
export function needsRepresented({ seating }: Pick<Meeting, 'seating'>): boolean {
  return seating.quota !== null || seating.reserved > 0 || seating.line === 'clusters-first';
}
