import { systemActor } from '#access';
import { UnitOfWork } from '#database';
import { DomainError, newId, Temporal } from '#kernel';
import type { Id } from '#kernel';
import { lockMeeting } from '#meetings';
import {
  AnswerInvitation,
  ChangeMeeting,
  ConfirmOpenRegistration,
  DecideRequests,
  InvitePeople,
  LapseOffers,
  NameSubstitute,
  RegisterColleagues,
  RegisterOpenly,
  ReleaseHolds,
  ReserveSeat,
  WithdrawInvitation,
} from '#participation';
import { aMeeting } from '../../factories/meetings.factory.js';
import { testKeys } from '../../support/test-api.js';
import { GUESTS } from './cast.js';
import type { Cast } from './cast.js';
import type { AnswerHappening, Happening, Settings } from './happenings.js';
import { seatingOf, timesOf } from './meeting-of.js';
import { readSnapshot } from './snapshot.js';
import type { Invited, Open, Snapshot } from './snapshot.js';

/** What a step came to; `refused`: the use case says that it changed nothing. */
export type Outcome = 'done' | 'refused' | 'rolled-back';

/** One meeting, on which things happen through the use cases. */
export class SeatWorld {
  private readonly began: Temporal.Instant;

  private constructor(
    private readonly cast: Cast,
    readonly id: Id,
    private readonly contingentIds: readonly Id[],
  ) {
    this.began = cast.api.clock.now();
  }

  static async open(cast: Cast, settings: Settings): Promise<SeatWorld> {
    const contingentIds = settings.hasContingents ? [newId(), newId()] : [];
    const now = cast.api.clock.now();
    const meeting = await aMeeting(cast.reader, {
      institutionId: cast.institutionId,
      capacity: settings.capacity,
      seating: seatingOf(settings, contingentIds),
      ...timesOf(settings, now),
    });
    const world = new SeatWorld(cast, meeting.id, contingentIds);
    await world.invite(cast.guests.map((_, index) => index));
    return world;
  }

  get now(): Temporal.Instant {
    return this.cast.api.clock.now();
  }

  look(): Promise<Snapshot> {
    return readSnapshot(this.cast.reader, this.id);
  }

  /** Puts the clock back, for the next meeting; nobody has asked too often by then. */
  async close(): Promise<void> {
    this.cast.api.clock.advance(this.now.until(this.began));
    await this.cast.reader.manager.query(
      'UPDATE open_registration SET address_hash = NULL, client_hash = NULL WHERE meeting_id = $1',
      [this.id],
    );
  }

  /** Lets it happen as things stand. */
  async run(happening: Happening, seen: Snapshot): Promise<Outcome> {
    try {
      return await this.happen(happening, seen);
    } catch (error) {
      if (error instanceof DomainError && EXPECTED.has(error.code)) return 'rolled-back';
      throw error;
    }
  }

  // oxlint-disable-next-line complexity -- one case for each thing that can happen
  private async happen(one: Happening, seen: Snapshot): Promise<Outcome> {
    const { api, reader } = this.cast;
    const at = (index: number): Invited => pick(seen.people, index);
    const actor = systemActor();
    switch (one.kind) {
      case 'answers':
        return this.answer(one.answers, seen);
      case 'decide': {
        // Those there is something to decide about, if there are any.
        const standing = seen.people.filter(({ registration }) => registration !== null);
        const from = standing.length === 0 ? seen.people : standing;
        const invitationIds = [...new Set(one.who.map((index) => pick(from, index).id))];
        const command = { meetingId: this.id, decision: one.decision, invitationIds, note: null };
        const { changed } = await api.app.get(DecideRequests).decide(actor, command);
        return changed === 0 ? 'refused' : 'done';
      }
      case 'reserve':
        await api.app.get(ReserveSeat).reserve(actor, at(one.who).id, one.reserved);
        return 'done';
      case 'capacity':
        return this.change({ capacity: one.capacity }, seen, one.keepSeats);
      case 'quota': {
        const quota = one.quota === null ? null : { per: 'cluster' as const, seats: one.quota };
        return this.change({ seating: { ...seen.meeting.seating, quota } }, seen);
      }
      case 'limits': {
        const contingents = seen.meeting.seating.contingents.map((each, index) =>
          index === 0 ? { ...each, seats: one.contingent } : each,
        );
        return this.change(
          { seating: { ...seen.meeting.seating, reserved: one.reserved, contingents } },
          seen,
        );
      }
      case 'time':
        api.clock.advance({ minutes: one.minutes });
        return 'done';
      case 'due':
        return this.workOffDue(seen);
      case 'mails-leave':
        await reader.manager.query(
          `UPDATE outgoing_mail SET state = 'sent', sent_at = $2 WHERE topic_id = $1 AND state = 'queued'`,
          [this.id, this.now],
        );
        return 'done';
      case 'substitute': {
        const by =
          one.by === 'host'
            ? ({ kind: 'host', actor } as const)
            : ({ kind: 'invitee', requestId: null } as const);
        const command = { invitationId: at(one.who).id, colleague: this.colleague(one.whom), by };
        return (await api.app.get(NameSubstitute).name(command)).outcome === 'accepted' ? 'done' : 'refused';
      }
      case 'colleagues': {
        const colleagues = one.whom.map((index) => ({ ...this.colleague(index), contingentId: null }));
        const command = { invitationId: at(one.who).id, colleagues, together: one.together, requestId: null };
        const { outcome } = await api.app.get(RegisterColleagues).register(command);
        return outcome === 'accepted' ? 'done' : 'refused';
      }
      case 'withdraw':
        await api.app.get(WithdrawInvitation).withdraw(actor, withSeat(seen, one.who).id);
        return 'done';
      case 'invite-again':
        await this.invite([one.who % GUESTS]);
        return 'done';
      case 'register':
        return this.register(one);
      case 'confirm':
        return this.confirm(one.which, seen);
    }
  }

  /** All of them at once, so that they are decided in one transaction. */
  private async answer(answers: readonly AnswerHappening[], { people }: Snapshot): Promise<Outcome> {
    const useCase = this.cast.api.app.get(AnswerInvitation);
    const outcomes = await Promise.all(
      answers.map(({ who, answer, companions, contingent, channel }) =>
        useCase.answer({
          invitationId: pick(people, who).id,
          meetingId: this.id,
          answer,
          note: null,
          seats: {
            companions: Array.from({ length: companions }, () => ''),
            contingentId: this.contingentIds[contingent] ?? null,
          },
          channel,
        }),
      ),
    );
    return outcomes.every(({ outcome }) => outcome === 'refused') ? 'refused' : 'done';
  }

  private async change(patch: object, { meeting }: Snapshot, keepSeats = false): Promise<Outcome> {
    const command = { meetingId: this.id, patch, keepAnswers: false, keepSeats, ifMatch: meeting.version };
    await this.cast.api.app.get(ChangeMeeting).change(systemActor(), command);
    return 'done';
  }

  /** What the clock calls for, each twice as after a crash. */
  private async workOffDue({ due }: Snapshot): Promise<Outcome> {
    const { api, reader } = this.cast;
    const now = this.now;
    const over = due.filter(({ dueAt }) => Temporal.Instant.compare(Temporal.Instant.from(dueAt), now) <= 0);
    for (const { kind, subjectId } of over) {
      const work =
        kind === 'registration.offer-lapses' ? api.app.get(LapseOffers) : api.app.get(ReleaseHolds);
      // First, so that what is scheduled meanwhile stays.
      await reader.manager.query('DELETE FROM due_work WHERE kind = $1 AND subject_id = $2', [
        kind,
        subjectId,
      ]);
      await work.handle({ subjectId });
      await work.handle({ subjectId });
    }
    return 'done';
  }

  private async invite(who: readonly number[]): Promise<void> {
    const { api, guests } = this.cast;
    const invitees = who.map((index) => {
      const { personId, clusterIds } = pick(guests, index);
      const reasons = clusterIds.map((institutionId) => ({
        kind: 'membership' as const,
        officeId: null,
        institutionId,
      }));
      const named = { kind: 'named' as const, officeId: null, institutionId: null };
      return { personId, reasons: reasons.length === 0 ? [named] : reasons };
    });
    await api.app.get(UnitOfWork).run(async (tx) => {
      const meeting = await lockMeeting(tx, this.id);
      await api.app.get(InvitePeople).invite(tx, meeting, invitees, { actor: systemActor(), now: this.now });
    });
  }

  private async register({ whom, companions }: Extract<Happening, { kind: 'register' }>): Promise<Outcome> {
    const { address, ...name } = this.colleague(whom);
    const refused = await this.cast.api.app.get(RegisterOpenly).run({
      ...name,
      address,
      meetingId: this.id,
      organisation: null,
      answers: {},
      companions: Array.from({ length: companions }, () => ''),
      contingentId: this.contingentIds[whom % 2] ?? null,
      client: addressOfClient(this.id),
    });
    return refused === null ? 'done' : 'refused';
  }

  private async confirm(which: number, { open }: Snapshot): Promise<Outcome> {
    const pending = open.filter(({ state }) => state === 'pending');
    if (open.length === 0) return 'refused';
    const { id: rowId } = pick<Open>(pending.length === 0 ? open : pending, which);
    const { token } = testKeys.derive({ purpose: 'open-registration', rowId, generation: 1 });
    const { outcome } = await this.cast.api.app.get(ConfirmOpenRegistration).confirm(token, null);
    return outcome === 'confirmed' ? 'done' : 'refused';
  }

  private colleague(index: number) {
    const known = this.cast.named[index];
    const address = known ?? `neu-${index}-${this.id.slice(-12)}@reihe.example`;
    return { givenName: 'Toni', familyName: `Neu ${index}`, address, language: 'de' as const };
  }
}

/** What the use cases refuse by throwing, so that their transaction is none. */
const EXPECTED: ReadonlySet<string> = new Set([
  'meeting.capacity-below-confirmed',
  'seating.reserved-above-capacity',
  'meeting.over',
  'answer.answer-by-passed',
  'answer.meeting-over',
  'answer.no-room',
  'answer.above-capacity',
  'answer.above-cluster-quota',
  'answer.above-contingent',
  'answer.above-ordinary',
  'answer.above-organisation-quota',
  'answer.not-approved',
]);

/** Every other time somebody whose seat others may wait for. */
function withSeat({ people }: Snapshot, index: number): Invited {
  const seated = people.filter(({ registration }) => registration?.state === 'confirmed');
  return pick(seated.length > 0 && index % 2 === 0 ? seated : people, index);
}

function pick<Item>(items: readonly Item[], index: number): Item {
  return items[index % items.length] as Item;
}

/** One for each meeting: a client may not ask too often. */
function addressOfClient(meetingId: Id): string {
  const parts = [0, 1, 2].map((part) => Number.parseInt(meetingId.slice(-6 + 2 * part).slice(0, 2), 16));
  return `10.${parts.join('.')}`;
}
