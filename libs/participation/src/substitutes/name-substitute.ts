import { Injectable } from '@nestjs/common';
import { systemActor } from '#access';
import type { Actor } from '#access';
import type { QuestionValues, SeatWish } from '#contracts';
import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import { addNamedPerson } from '#directory';
import type { NamedColleague } from '#directory';
import { Clock, DomainError, TokenKeys } from '#kernel';
import type { Id, Temporal } from '#kernel';
import { assertMayWith, lockMeeting } from '#meetings';
import type { Meeting } from '#meetings';
import type { AnswerTools } from '../answers/answer-batch.js';
import { InvitePeople } from '../invitations/invite-people.js';
import type { Invitee } from '../invitations/invite-people.js';
import { settleOffers } from '../seats/lapse-offers.js';
import { Invitation } from '../tables/invitation.entity.js';
import { passSeatOn } from './pass-seat-on.js';
import { readNaming, readReasons } from './read-passing.js';
import type { NamingFacts } from './read-passing.js';
import { namingRefusalOf, passingRefusalOf } from './substitution.policy.js';
import type { SubstituteRefusal } from './substitution.policy.js';

/** Who names somebody: the invitee, by their own link, or the host. */
export type NamedBy =
  | { readonly kind: 'invitee'; readonly requestId: string | null }
  | { readonly kind: 'host'; readonly actor: Actor };

export interface SubstituteCommand {
  readonly invitationId: Id;
  readonly colleague: NamedColleague;
  /** Asked for where the invitee has no seat to pass on. */
  readonly seats?: SeatWish | null;
  /** What the substitute answers to the meeting's questions, checked by `checkQuestionValues`. */
  readonly values?: QuestionValues | null;
  /** What the invitee tells the hosts with it. */
  readonly note?: string | null;
  readonly by: NamedBy;
}

/** What became of it. A refusal changed nothing. */
export type SubstituteOutcome =
  | { readonly outcome: 'accepted'; readonly substituteId: Id }
  | { readonly outcome: 'refused'; readonly reason: SubstituteRefusal };

/** "My colleague comes": somebody else is asked in an invitee's place. */
@Injectable()
export class NameSubstitute {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly people: InvitePeople,
    private readonly keys: TokenKeys,
  ) {}

  /**
   * In one transaction under the meeting's lock: finds the person by the address or adds them, invites them for the same
   * reasons in place of the first, gives them the first one's seat or place in line (or asks for one), takes the entry out
   * of the first one's calendar, and tells both. Naming the same person again changes nothing. Throws
   * `invitation.not-found`, for hosts `access.denied`, and as for an answer where more come along than can be.
   */
  async name(command: SubstituteCommand): Promise<SubstituteOutcome> {
    const tools = { clock: this.clock, keys: this.keys };
    return this.unitOfWork.run((tx) => nameSubstituteIn(tx, command, this.people, tools));
  }
}

/** As `NameSubstitute.name`, in the caller's transaction. */
export async function nameSubstituteIn(
  tx: Tx,
  command: SubstituteCommand,
  people: InvitePeople,
  tools: AnswerTools,
): Promise<SubstituteOutcome> {
  const { invitationId, colleague, seats = null, values = null, note = null, by } = command;
  const found = await tx.manager.findOneBy(Invitation, { id: invitationId });
  if (found === null) throw new DomainError('invitation.not-found');
  const meeting = await lockMeeting(tx, found.meetingId);
  if (by.kind === 'host') await assertMayWith(tx, by.actor, 'meeting.invite', meeting);
  const now = tools.clock.now();
  await settleOffers(tx, meeting, now);
  const facts = await readNaming(tx, { meetingId: meeting.id, invitationId }, [colleague]);
  const same = sameAsBefore(facts);
  if (same !== null) return { outcome: 'accepted', substituteId: same };
  const reason = refusalFor(meeting, facts, by, now);
  if (reason !== null) return { outcome: 'refused', reason };
  const namer = namerOf(facts.invitation, by);
  const personId =
    facts.named[0]?.personId ??
    (await addNamedPerson(tx, { actor: namer, now }, colleague, meeting.institutionId));
  const invitee = { personId, reasons: await passedReasons(tx, facts.invitation) };
  const { asked } = await people.open(tx, meeting, [invitee], { actor: namer, now });
  const [substitute] = asked;
  if (substitute === undefined) throw new Error('whoever is not invited yet is invited now');
  const { invitation, registration } = facts;
  const namedAs = `${colleague.givenName} ${colleague.familyName}`;
  const told = { namedAs, seats, values, note };
  await passSeatOn(tx, meeting, { invitation, registration, substitute, ...told, namer, tools });
  return { outcome: 'accepted', substituteId: substitute.id };
}

/** The substitute who was named before and comes still, if it is the same person. */
function sameAsBefore({ invitation, named: [named] }: NamingFacts): Id | null {
  const other = named?.invitation;
  const isSame = other?.inPlaceOfId === invitation.id && other.state === 'active';
  return isSame && invitation.answer === 'substitute' ? other.id : null;
}

function refusalFor(
  meeting: Meeting,
  { invitation, registration, named: [named] }: NamingFacts,
  by: NamedBy,
  now: Temporal.Instant,
): SubstituteRefusal | null {
  const channel = channelOf(by);
  const refused = passingRefusalOf({ meeting, invitation, registration, channel, receivedAt: now });
  return refused ?? (named === undefined ? null : namingRefusalOf(named, invitation.personId));
}

/** All reasons of the first one, whose offices the substitute stands in for like a deputy. */
async function passedReasons(
  tx: Tx,
  { id, personId }: Pick<Invitation, 'id' | 'personId'>,
): Promise<Invitee['reasons']> {
  const reasons = await readReasons(tx, id);
  return reasons.map(({ asDeputyForId, ...reason }) => {
    if (reason.officeId === null) return reason;
    return { ...reason, asDeputyForId: asDeputyForId ?? personId };
  });
}

/** Whoever names a colleague may have them added to the directory; the log says who it was. */
export function namerOf({ personId }: Pick<Invitation, 'personId'>, by: NamedBy): Actor {
  const { personId: namerId, requestId } =
    by.kind === 'host' ? by.actor : { personId, requestId: by.requestId };
  return { ...systemActor(), personId: namerId, channel: channelOf(by), requestId };
}

export function channelOf(by: NamedBy): 'web' | 'host' | 'api' {
  if (by.kind === 'invitee') return 'web';
  return by.actor.channel === 'api' ? 'api' : 'host';
}
