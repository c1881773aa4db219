import { Injectable } from '@nestjs/common';
import type { DoorMarks } from '#contracts';
import { UnitOfWork } from '#database';
import type { Reader } from '#database';
import { Clock, hashToken, isTokenShaped, Temporal, TokenKeys } from '#kernel';
import type { Id } from '#kernel';
import { bundleMeetings, lockMeeting, Meeting } from '#meetings';
import type { MeetingBundle } from '#meetings';
import { doorHours } from './door-hours.js';
import type { DoorHours } from './door-hours.js';
import { DoorLink } from './door-link.entity.js';
import { entryCodes, meetingMark, readEntryCode } from './entry-code.js';
import { listAttendance } from './list-attendance.js';
import type { Attendee } from './list-attendance.js';
import type { MarkOutcome } from './mark.rules.js';
import { sumAttendance } from './sum-attendance.js';
import { takeMarks } from './take-marks.js';

export interface OpenDoor extends DoorHours {
  readonly linkId: Id;
  readonly bundle: MeetingBundle;
}

/** What a helper's link opens: the door, or why not (any more, or yet). */
export type FoundDoor =
  | { readonly state: 'open'; readonly door: OpenDoor }
  | { readonly state: 'revoked' | 'early' | 'over' | 'cancelled'; readonly door: OpenDoor }
  | { readonly state: 'unknown'; readonly door: null };

/** What a helper sees. */
export interface DoorList {
  readonly attendees: readonly Attendee[];
  /** The hashes of the entry codes, by registration. */
  readonly codes: ReadonlyMap<Id, readonly string[]>;
  /** Hashes of codes of this meeting whose registration has no seat (any more). */
  readonly seatless: readonly string[];
  readonly mark: string;
  readonly isClosed: boolean;
}

/** What a scanned or typed code says. */
export type ReadCode =
  | { readonly outcome: 'seat'; readonly registrationId: Id }
  | { readonly outcome: 'other-meeting' | 'no-seat' | 'unknown' };

const HASH_CHARACTERS = 20;

/** The door of a meeting, for helpers by their links. */
@Injectable()
export class Door {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly keys: TokenKeys,
  ) {}

  /** What the link opens now. A token of the wrong form costs no query. */
  async find(token: string): Promise<FoundDoor> {
    if (!isTokenShaped(token)) return { state: 'unknown', door: null };
    const { reader } = this.unitOfWork;
    const link = await reader.manager.findOneBy(DoorLink, { tokenHash: hashToken(token) });
    if (link === null) return { state: 'unknown', door: null };
    const meeting = await reader.manager.findOneByOrFail(Meeting, { id: link.meetingId });
    const [bundle] = await bundleMeetings(reader, [meeting]);
    if (bundle === undefined) return { state: 'unknown', door: null };
    const hours = doorHours(meeting);
    return { state: stateOf(link, meeting, this.clock.now()), door: { ...hours, linkId: link.id, bundle } };
  }

  /** Everybody who is expected, or has walked in; a fixed number of queries. */
  async list(meetingId: Id): Promise<DoorList> {
    const { reader } = this.unitOfWork;
    const attendees = await listAttendance(reader, meetingId);
    const seated = new Set(attendees.flatMap(({ registrationId }) => registrationId ?? []));
    const registrations = await findRegistrations(reader, meetingId);
    const codes = new Map(
      registrations.map(({ id, former }) => [
        id,
        [id, ...former].flatMap((each) => this.hashesOf(meetingId, each)),
      ]),
    );
    const { closedAt } = await sumAttendance(reader, meetingId);
    return {
      attendees,
      codes,
      seatless: [...codes].flatMap(([id, hashes]) => (seated.has(id) ? [] : hashes)),
      mark: meetingMark(meetingId),
      isClosed: closedAt !== null,
    };
  }

  /** Whose code it is. */
  async read(meetingId: Id, text: string): Promise<ReadCode> {
    const code = readEntryCode(text);
    if (code === null) return { outcome: 'unknown' };
    if (!code.startsWith(meetingMark(meetingId))) return { outcome: 'other-meeting' };
    const { codes, seatless } = await this.list(meetingId);
    const hash = hashOfCode(code);
    if (seatless.includes(hash)) return { outcome: 'no-seat' };
    const found = [...codes].find(([, hashes]) => hashes.includes(hash));
    return found === undefined ? { outcome: 'unknown' } : { outcome: 'seat', registrationId: found[0] };
  }

  /**
   * Takes what a device has marked, in one transaction under the meeting's lock; null if the link opens nothing by then.
   * Throws `attendance.closed`. May run twice.
   */
  async take(token: string, { marks }: DoorMarks): Promise<readonly MarkOutcome[] | null> {
    const found = await this.find(token);
    if (found.state !== 'open') return null;
    const { linkId, bundle } = found.door;
    return this.unitOfWork.run(async (tx) => {
      const meeting = await lockMeeting(tx, bundle.meeting.id);
      const link = await tx.manager.findOneByOrFail(DoorLink, { id: linkId });
      const now = this.clock.now();
      if (stateOf(link, meeting, now) !== 'open') return null;
      return takeMarks(
        tx,
        meeting,
        marks.map(({ here, ago, ...mark }) => ({
          ...mark,
          state: here ? 'present' : null,
          markedAt: now.subtract({ milliseconds: ago }),
        })),
        { marker: { doorLinkId: linkId, personId: null }, now },
      );
    });
  }

  private hashesOf(meetingId: Id, registrationId: Id): readonly string[] {
    return entryCodes(this.keys, { meetingId, registrationId }).map(hashOfCode);
  }
}

/** What a device without a connection knows a code by; nobody can make the code of it. */
export function hashOfCode(code: string): string {
  return hashToken(code).slice(0, HASH_CHARACTERS);
}

function stateOf(
  link: DoorLink,
  meeting: Meeting,
  now: Temporal.Instant,
): Exclude<FoundDoor['state'], 'unknown'> {
  if (link.revokedAt !== null) return 'revoked';
  if (meeting.state !== 'published') return 'cancelled';
  const { opensAt, closesAt } = doorHours(meeting);
  if (Temporal.Instant.compare(now, opensAt) < 0) return 'early';
  return Temporal.Instant.compare(now, closesAt) < 0 ? 'open' : 'over';
}

interface CodeHolder {
  readonly id: Id;
  /** The ids of registrations that have become one with it: codes made of them are in people's hands. */
  readonly former: readonly Id[];
}

async function findRegistrations(reader: Reader, meetingId: Id): Promise<readonly CodeHolder[]> {
  return reader.manager.query(
    `SELECT registration.id,
            ARRAY(SELECT former.registration_id FROM former_invitation AS former
                   WHERE former.invitation_id = registration.invitation_id
                     AND former.registration_id IS NOT NULL) AS former
       FROM registration WHERE registration.meeting_id = $1`,
    [meetingId],
  );
}
