import type { AttendanceState } from '#contracts';
import { insertRows } from '#database';
import type { Tx } from '#database';
import { DomainError, newId } from '#kernel';
import type { Id, Temporal } from '#kernel';
import type { Meeting } from '#meetings';
import { AttendanceClosing } from './attendance-closing.entity.js';
import { AttendanceMark } from './attendance-mark.entity.js';
import { Attendance } from './attendance.entity.js';
import { findPersonOfAddress } from './find-person-of-address.js';
import { counts, readKey } from './mark.rules.js';
import type { MarkOutcome, MarkTarget } from './mark.rules.js';

export interface IncomingMark {
  /** The same mark again does nothing. */
  readonly id: Id;
  readonly key: string;
  readonly state: AttendanceState | null;
  readonly markedAt: Temporal.Instant;
  /** Who it is, if the key is a walk-in's that is not known yet. */
  readonly walkIn: WalkIn | null;
}

interface WalkIn {
  readonly name: string;
  readonly organisation: string | null;
  readonly address: string | null;
}

/** Who marks: a helper's link, or a host. */
export interface Marker {
  readonly doorLinkId: Id | null;
  readonly personId: Id | null;
}

/**
 * Takes marks one after another, in the caller's transaction. The meeting's row has to be locked: that is what makes
 * marks of several devices follow one another. Throws `attendance.closed`. May run twice: marks are known by their ids.
 */
export async function takeMarks(
  tx: Tx,
  meeting: Meeting,
  marks: readonly IncomingMark[],
  { marker, now }: { readonly marker: Marker; readonly now: Temporal.Instant },
): Promise<readonly MarkOutcome[]> {
  await assertOpen(tx, meeting.id);
  const outcomes: MarkOutcome[] = [];
  for (const mark of marks) outcomes.push(await take(tx, meeting, mark, { ...marker, now }));
  return outcomes;
}

/** Throws `attendance.closed`. */
export async function assertOpen(tx: Tx, meetingId: Id): Promise<void> {
  const closing = await tx.manager.findOneBy(AttendanceClosing, { meetingId });
  if (closing !== null) throw new DomainError('attendance.closed');
}

interface Taking extends Marker {
  readonly now: Temporal.Instant;
}

async function take(tx: Tx, meeting: Meeting, mark: IncomingMark, taking: Taking): Promise<MarkOutcome> {
  if (await tx.manager.existsBy(AttendanceMark, { id: mark.id })) return 'repeated';
  const target = readKey(mark.key);
  const standing = await findStanding(tx, target);
  if (standing !== null && standing.meetingId !== meeting.id) return 'unknown';
  const row = standing ?? (await startRow(tx, meeting, mark, target));
  if (row === null) return 'unknown';
  const isLast = counts(mark, standing);
  if (isLast) await write(tx, row, mark, { ...taking, isNew: standing === null });
  const { id } = mark;
  await insertRows(tx, AttendanceMark, [{ id, attendanceId: row.id, receivedAt: taking.now }]);
  return isLast ? 'taken' : 'older';
}

async function findStanding(tx: Tx, target: MarkTarget): Promise<Attendance | null> {
  return 'walkInId' in target
    ? tx.manager.findOneBy(Attendance, { id: target.walkInId })
    : tx.manager.findOneBy(Attendance, target);
}

type StartedRow = Omit<Attendance, 'state' | 'markedAt' | 'checkedInAt' | 'doorLinkId' | 'markedBy'>;

/** The row of whoever is marked for the first time; null if nobody of this meeting is meant. */
async function startRow(
  tx: Tx,
  meeting: Meeting,
  { walkIn }: IncomingMark,
  target: MarkTarget,
): Promise<StartedRow | null> {
  const nobody = { meetingId: meeting.id, name: null, organisation: null, address: null };
  if ('walkInId' in target) {
    if (walkIn === null) return null;
    const personId = await findPersonOfAddress(tx, meeting.id, walkIn.address);
    const { walkInId: id } = target;
    return { ...nobody, ...walkIn, id, registrationId: null, guest: 0, personId, walkIn: true };
  }
  const [seat]: { personId: Id; companion: string | null }[] = await tx.manager.query(
    `SELECT person_id AS "personId", companions[$3::int] AS companion FROM registration
      WHERE id = $1 AND meeting_id = $2 AND state = 'confirmed' AND seats > $3`,
    [target.registrationId, meeting.id, target.guest],
  );
  if (seat === undefined) return null;
  const person =
    target.guest === 0 ? { personId: seat.personId } : { personId: null, name: seat.companion ?? '' };
  return { ...nobody, ...target, ...person, id: newId(), walkIn: false };
}

async function write(
  tx: Tx,
  row: StartedRow,
  { state, markedAt }: IncomingMark,
  { doorLinkId, personId, isNew }: Taking & { readonly isNew: boolean },
): Promise<void> {
  const checkedInAt = state === 'present' ? markedAt : null;
  const marked = { state, markedAt, checkedInAt, doorLinkId, markedBy: personId };
  if (isNew) await insertRows(tx, Attendance, [{ ...row, ...marked }]);
  else await tx.manager.update(Attendance, { id: row.id }, marked);
}
