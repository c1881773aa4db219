import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { writeAudit } from '#audit';
import type { AttendanceState, AuditAction, WalkInInput } from '#contracts';
import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import { Clock, DomainError, newId } from '#kernel';
import type { Id, Temporal } from '#kernel';
import { assertMayWith, listMeetingInstitutions, lockMeeting } from '#meetings';
import type { Meeting } from '#meetings';
import { factOf, recordFacts } from '#queue';
import { AttendanceClosed } from '../facts.js';
import { AttendanceClosing } from './attendance-closing.entity.js';
import { listAttendance } from './list-attendance.js';
import { assertOpen, takeMarks } from './take-marks.js';
import type { IncomingMark } from './take-marks.js';

interface Keeping {
  readonly actor: Actor;
  readonly meeting: Meeting;
  readonly now: Temporal.Instant;
}

/**
 * The host says who was there. Each runs in one transaction under the meeting's lock, writes to the log, and may run
 * twice. Throws `meeting.not-found`, `access.denied`; whatever changes a mark throws `attendance.closed`.
 */
@Injectable()
export class KeepAttendance {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Marks these seats and walk-ins. Throws `attendance.unknown` and changes nothing if one is not of this meeting. */
  async mark(
    actor: Actor,
    meetingId: Id,
    { keys, state }: { readonly keys: readonly string[]; readonly state: AttendanceState | null },
  ): Promise<void> {
    await this.keep(actor, meetingId, async (tx, keeping) => {
      await mark(
        tx,
        keeping,
        keys.map((key) => ({ key, walkIn: null, state })),
      );
      await log(tx, keeping, 'meeting.mark-attendance', { attendance: state, people: keys.length });
    });
  }

  /** Whoever is not marked was absent. */
  async markRestAbsent(actor: Actor, meetingId: Id): Promise<void> {
    await this.keep(actor, meetingId, async (tx, keeping) => {
      const rest = (await listAttendance(tx, meetingId)).filter(({ state }) => state === null);
      await mark(
        tx,
        keeping,
        rest.map(({ key }) => ({ key, walkIn: null, state: 'absent' })),
      );
      const after = { attendance: 'absent', people: rest.length };
      if (rest.length > 0) await log(tx, keeping, 'meeting.mark-attendance', after);
    });
  }

  /** Adds people who were there without being registered; who was added by the same id before stays as they are. */
  async addWalkIns(actor: Actor, meetingId: Id, walkIns: readonly WalkInInput[]): Promise<void> {
    await this.keep(actor, meetingId, async (tx, keeping) => {
      const known = new Set((await listAttendance(tx, meetingId)).map(({ key }) => key));
      const added = walkIns.filter(({ id }) => !known.has(id));
      await mark(
        tx,
        keeping,
        added.map(({ id, ...walkIn }) => ({ key: id, walkIn, state: 'present' })),
      );
      if (added.length > 0) await log(tx, keeping, 'meeting.add-walk-ins', { people: added.length });
    });
  }

  /** Lets it stand as it is, and says so to whoever needs it. */
  async close(actor: Actor, meetingId: Id): Promise<void> {
    await this.keep(actor, meetingId, async (tx, keeping) => {
      if (await tx.manager.existsBy(AttendanceClosing, { meetingId })) return;
      if (keeping.meeting.state !== 'published') throw new DomainError('meeting.not-published');
      await tx.manager.insert(AttendanceClosing, { meetingId, closedAt: keeping.now });
      await log(tx, keeping, 'meeting.close-attendance', { closed: true });
      await recordFacts(tx, [factOf(AttendanceClosed, { meetingId }, keeping.now)]);
    });
  }

  /** Lets it be changed again. */
  async reopen(actor: Actor, meetingId: Id): Promise<void> {
    await this.keep(actor, meetingId, async (tx, keeping) => {
      const { affected } = await tx.manager.delete(AttendanceClosing, { meetingId });
      if (affected === 1) await log(tx, keeping, 'meeting.reopen-attendance', { closed: false });
    });
  }

  private async keep(
    actor: Actor,
    meetingId: Id,
    work: (tx: Tx, keeping: Keeping) => Promise<void>,
  ): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const meeting = await lockMeeting(tx, meetingId);
      await assertMayWith(tx, actor, 'meeting.invite', meeting);
      await work(tx, { actor, meeting, now: this.clock.now() });
    });
  }
}

async function mark(
  tx: Tx,
  { actor, meeting, now }: Keeping,
  marks: readonly Pick<IncomingMark, 'key' | 'walkIn' | 'state'>[],
): Promise<void> {
  await assertOpen(tx, meeting.id);
  const outcomes = await takeMarks(
    tx,
    meeting,
    marks.map((one) => ({ ...one, id: newId(), markedAt: now })),
    { marker: { doorLinkId: null, personId: actor.personId }, now },
  );
  if (outcomes.includes('unknown')) throw new DomainError('attendance.unknown');
}

async function log(
  tx: Tx,
  { actor, meeting, now }: Keeping,
  action: AuditAction,
  after: Readonly<Record<string, unknown>>,
): Promise<void> {
  await writeAudit(tx, [
    {
      at: now,
      actorPersonId: actor.personId,
      channel: actor.channel,
      action,
      subjectKind: 'meeting',
      subjectId: meeting.id,
      institutionIds: await listMeetingInstitutions(tx, meeting.id),
      before: null,
      after,
      requestId: actor.requestId,
    },
  ]);
}
