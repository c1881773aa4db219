import { Injectable } from '@nestjs/common';
import { clientNetwork } from '#access';
import type { QuestionValues } from '#contracts';
import { insertRows, UnitOfWork } from '#database';
import type { Tx } from '#database';
import { foldAddress } from '#directory';
import { Clock, hashToken, newId, TokenKeys } from '#kernel';
import type { Id, Language, Temporal } from '#kernel';
import { lockMeeting } from '#meetings';
import type { Meeting } from '#meetings';
import { scheduleDueWork } from '#queue';
import { seatsRefusalOf } from '../answers/answer.policy.js';
import { tooSmallFor } from '../rules/seats.rules.js';
import { limitsOf, NOBODY_REPRESENTED, partyOf, seatLimitOf } from '../seats/party-of.js';
import { promoteWaiting } from '../seats/promote-waiting.js';
import { OpenRegistration } from '../tables/open-registration.entity.js';
import { AskToConfirm } from './ask-to-confirm.js';
import { countAsked, takeTurns } from './count-asked.js';
import { findOwnInvitation } from './find-registrant.js';
import { foreseeSeats } from './hold-seats.js';
import { HELD_MINUTES, openRefusalOf, tooOften } from './open-registration.policy.js';
import type { RefusedRegistration } from './open-registration.policy.js';
import { OpenHoldDue, releaseHolds } from './release-holds.js';

/** What was filled in on a meeting's public page; answers and lengths are checked. */
export interface OpenRequest {
  readonly meetingId: Id;
  readonly language: Language;
  readonly givenName: string;
  readonly familyName: string;
  readonly address: string;
  readonly organisation: string | null;
  readonly answers: QuestionValues;
  readonly companions: readonly string[];
  readonly contingentId: Id | null;
  /** The network address that asks. */
  readonly client: string;
}

/** Takes down who registers on a public page, holds their seat, and has them asked by mail whether it was them. */
@Injectable()
export class RegisterOpenly {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly keys: TokenKeys,
    private readonly toConfirm: AskToConfirm,
  ) {}

  /**
   * Null once it is taken down; whether the address is known to anybody makes no difference to the caller. Under the
   * meeting's lock. A second request with one address for one meeting replaces the first. Throws `meeting.not-found`.
   */
  async run(request: OpenRequest): Promise<RefusedRegistration | null> {
    return this.unitOfWork.run((tx) => this.takeDown(tx, request));
  }

  /** As `run`, in the caller's transaction. */
  async takeDown(tx: Tx, request: OpenRequest): Promise<RefusedRegistration | null> {
    const traces = {
      meetingId: request.meetingId,
      addressHash: this.trace(`address ${foldAddress(request.address)}`),
      clientHash: this.trace(`client ${clientNetwork(request.client)}`),
    };
    await takeTurns(tx, [traces.addressHash, traces.clientHash]);
    const meeting = await lockMeeting(tx, request.meetingId);
    const now = this.clock.now();
    const asked = await countAsked(tx, traces, now);
    const reason = openRefusalOf(meeting, now);
    const often = tooOften(asked);
    const refused = reason === null ? seatsOf(meeting, request) : { reason };
    if (refused !== null) return refused;
    if (often !== null) return { reason: often };
    const { meetingId, addressHash } = traces;
    // What is still held was asked for within the hour.
    const released = asked.byAddress === 0 ? 0 : await releaseHolds(tx, { meetingId, addressHash });
    const holdsSeats = await this.canHold(tx, meeting, request, now);
    const row = rowOf(request, { ...traces, holdsSeats, now, keys: this.keys });
    await insertRows(tx, OpenRegistration, [row]);
    await this.toConfirm.ask(tx, row, now);
    // They can confirm until the end of the moment that the mail names.
    const dueAt = row.expiresAt.add({ milliseconds: 1 });
    await scheduleDueWork(tx, OpenHoldDue, [{ subjectId: row.id, dueAt, payload: {} }]);
    if (released > 0) await promoteWaiting(tx, meeting, now);
    return null;
  }

  /** Who is invited has a seat or gets one by their invitation, so that nothing is held twice for one person. */
  private async canHold(
    tx: Tx,
    meeting: Meeting,
    { companions, contingentId, ...contact }: OpenRequest,
    now: Temporal.Instant,
  ): Promise<boolean> {
    if ((await findOwnInvitation(tx, contact)) !== null) return false;
    const seats = companions.length + 1;
    return (await foreseeSeats(tx, meeting, { seats, contingentId }, now)) === 'seat';
  }

  /** A keyed hash, for counting: the rows alone do not tell whom they are about. */
  private trace(what: string): string {
    return this.keys.derive({ purpose: 'open-registration', rowId: hashToken(what), generation: 0 }).hash;
  }
}

/** Also too many people, as far as that is known of somebody who comes for nobody. */
function seatsOf(meeting: Meeting, { companions, contingentId }: OpenRequest): RefusedRegistration | null {
  const seats = { companions: [...companions], contingentId };
  const refused = seatsRefusalOf(meeting, { channel: 'web', answer: 'yes', seats });
  if (refused === 'too-many-companions' || refused === 'unknown-contingent') return { reason: refused };
  const party = partyOf(meeting, NOBODY_REPRESENTED, { seats: companions.length + 1, contingentId });
  const tooSmall = tooSmallFor(limitsOf(meeting), [party]);
  if (tooSmall === null || tooSmall.most === 0) return null;
  return { reason: `above-${seatLimitOf(meeting, tooSmall.limit)}`, most: tooSmall.most };
}

interface RowFacts {
  readonly addressHash: string;
  readonly clientHash: string;
  readonly holdsSeats: boolean;
  readonly now: Temporal.Instant;
  readonly keys: TokenKeys;
}

function rowOf(request: OpenRequest, { now, keys, ...facts }: RowFacts): OpenRegistration {
  const { client: _client, companions, ...typed } = request;
  const id = newId();
  const { hash, keyId } = keys.derive({ purpose: 'open-registration', rowId: id, generation: 1 });
  return {
    ...typed,
    ...facts,
    id,
    state: 'pending',
    companions: [...companions],
    tokenHash: hash,
    tokenKeyId: keyId,
    tokenGeneration: 1,
    invitationId: null,
    createdAt: now,
    expiresAt: now.add({ minutes: HELD_MINUTES }),
    confirmedAt: null,
  };
}
