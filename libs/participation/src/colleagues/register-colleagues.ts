import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import { addNamedPerson } from '#directory';
import type { NamedColleague } from '#directory';
import { Clock, DomainError, TokenKeys } from '#kernel';
import type { Id, Temporal } from '#kernel';
import { lockMeeting } from '#meetings';
import type { Meeting } from '#meetings';
import { answerLocked } from '../answers/answer-batch.js';
import { InvitePeople } from '../invitations/invite-people.js';
import type { Invitee } from '../invitations/invite-people.js';
import { settleOffers } from '../seats/lapse-offers.js';
import { knownContingent, seatLimitOf } from '../seats/party-of.js';
import { namerOf } from '../substitutes/name-substitute.js';
import { readNaming, readReasons } from '../substitutes/read-passing.js';
import type { NamingFacts } from '../substitutes/read-passing.js';
import { Invitation } from '../tables/invitation.entity.js';
import { colleagueProblems, registeringRefusalOf } from './colleagues.policy.js';
import type { ColleagueProblem, ColleaguesRefusal } from './colleagues.policy.js';
import { findTooSmallTogether, registerTogether } from './register-together.js';
import type { Together } from './register-together.js';

/** Who is named, and the kind of seat they are to have; null: the first. */
export type ComingColleague = NamedColleague & { readonly contingentId: Id | null };

export interface ColleaguesCommand {
  readonly invitationId: Id;
  readonly colleagues: readonly ComingColleague[];
  /** All of them get seats at once, or none; with the invitee, where these wait. */
  readonly together: boolean;
  readonly requestId: string | null;
}

interface Seating {
  readonly facts: NamingFacts;
  /** Of seats, in the order in which people were named. */
  readonly kinds: readonly (Id | null)[];
  readonly now: Temporal.Instant;
}

/** What became of it. A refusal, or something wrong with one of them, changed nothing. */
export type ColleaguesOutcome =
  | { readonly outcome: 'accepted'; readonly invitationIds: readonly Id[] }
  | { readonly outcome: 'refused'; readonly reason: ColleaguesRefusal; readonly most?: number }
  | { readonly outcome: 'wrong'; readonly problems: ReadonlyMap<number, ColleagueProblem> };

/** One person registers others of the same organisation. */
@Injectable()
export class RegisterColleagues {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly people: InvitePeople,
    private readonly keys: TokenKeys,
  ) {}

  /**
   * In one transaction under the meeting's lock: finds or adds each of the people, invites them for the institutions that
   * the invitee is asked for, so that quotas count them, and decides their yes like any other. Everybody is told by a mail
   * of their own and may decline. Throws `invitation.not-found`; the same people once more are refused as invited already.
   */
  async register(command: ColleaguesCommand): Promise<ColleaguesOutcome> {
    return this.unitOfWork.run((tx) => this.registerIn(tx, command));
  }

  private async registerIn(tx: Tx, command: ColleaguesCommand): Promise<ColleaguesOutcome> {
    const { invitationId, colleagues } = command;
    const found = await tx.manager.findOneBy(Invitation, { id: invitationId });
    if (found === null) throw new DomainError('invitation.not-found');
    const meeting = await lockMeeting(tx, found.meetingId);
    const now = this.clock.now();
    await settleOffers(tx, meeting, now);
    const facts = await readNaming(tx, { meetingId: meeting.id, invitationId }, colleagues);
    const { invitation, registration } = facts;
    const reason = registeringRefusalOf({
      meeting,
      invitation,
      registration,
      before: await countRegisteredBy(tx, invitationId),
      wanted: colleagues.length,
      receivedAt: now,
    });
    if (reason !== null) return { outcome: 'refused', reason };
    const problems = colleagueProblems(colleagues, facts.named, invitation.personId);
    if (problems.size > 0) return { outcome: 'wrong', problems };
    const kinds = colleagues.map(({ contingentId }) => knownContingent(meeting, contingentId));
    const tooSmall = command.together
      ? await findTooSmallTogether(tx, meeting, { invitation, registration, kinds }, now)
      : null;
    if (tooSmall !== null) {
      const { limit, most } = tooSmall;
      return { outcome: 'refused', reason: `above-${seatLimitOf(meeting, limit)}`, most };
    }
    return this.seat(tx, meeting, { facts, kinds, now }, command);
  }

  private async seat(
    tx: Tx,
    meeting: Meeting,
    { facts, kinds, now }: Seating,
    command: ColleaguesCommand,
  ): Promise<ColleaguesOutcome> {
    const { invitation, registration } = facts;
    const invited = await this.invite(tx, meeting, facts, command);
    const registering = { invitation, registration, invited, kinds, requestId: command.requestId };
    if (command.together) await registerTogether(tx, meeting, registering, { now, keys: this.keys });
    else await this.answer(tx, meeting, registering);
    return { outcome: 'accepted', invitationIds: invited.map(({ id }) => id) };
  }

  /** In the order in which they were named. */
  private async invite(
    tx: Tx,
    meeting: Meeting,
    { invitation, named }: NamingFacts,
    { colleagues, requestId }: ColleaguesCommand,
  ): Promise<readonly Invitation[]> {
    const now = this.clock.now();
    const namer = namerOf(invitation, { kind: 'invitee', requestId });
    const reasons = await organisationReasons(tx, invitation.id);
    const invitees: (Invitee & { readonly namedAs: string })[] = [];
    for (const [place, { contingentId: _kind, ...colleague }] of colleagues.entries()) {
      const personId =
        named[place]?.personId ??
        (await addNamedPerson(tx, { actor: namer, now }, colleague, meeting.institutionId));
      invitees.push({ personId, reasons, namedAs: `${colleague.givenName} ${colleague.familyName}` });
    }
    const { asked } = await this.people.open(tx, meeting, invitees, { actor: namer, now });
    const invited = invitees.flatMap(({ personId }) => asked.find((one) => one.personId === personId) ?? []);
    await tx.manager.query(
      `UPDATE invitation SET registered_by_id = $1, named_as = named.name
         FROM unnest($2::uuid[], $3::text[]) AS named (id, name) WHERE invitation.id = named.id`,
      [invitation.id, invited.map(({ id }) => id), invitees.map(({ namedAs }) => namedAs)],
    );
    return invited;
  }

  private async answer(
    tx: Tx,
    meeting: Meeting,
    { invitation, invited, kinds, requestId }: Together,
  ): Promise<void> {
    const receivedAt = this.clock.now();
    const actorPersonId = invitation.personId;
    const given = {
      answer: 'yes',
      channel: 'colleague',
      note: null,
      receivedAt,
      actorPersonId,
      requestId,
    } as const;
    const batch = invited.map(({ id: invitationId }, place) => ({
      ...given,
      invitationId,
      seats: { companions: null, contingentId: kinds[place] ?? null },
    }));
    const outcomes = await answerLocked(tx, meeting, batch, { clock: this.clock, keys: this.keys });
    if (outcomes.some(({ outcome }) => outcome === 'refused')) {
      throw new Error('colleagues who may be registered may come');
    }
  }
}

/** So many people somebody has registered who are invited still. */
async function countRegisteredBy(tx: Tx, invitationId: Id): Promise<number> {
  return tx.manager.countBy(Invitation, { registeredById: invitationId, state: 'active' });
}

/** The invitee's institutions, for which colleagues come as well; the offices are not theirs. */
async function organisationReasons(tx: Tx, invitationId: Id): Promise<Invitee['reasons']> {
  const reasons = await readReasons(tx, invitationId);
  const institutionIds = new Set(reasons.flatMap(({ institutionId }) => institutionId ?? []));
  if (institutionIds.size === 0) return [{ kind: 'named', officeId: null, institutionId: null }];
  return [...institutionIds].map((institutionId) => ({ kind: 'membership', officeId: null, institutionId }));
}
