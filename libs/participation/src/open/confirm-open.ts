import { Injectable } from '@nestjs/common';
import { systemActor } from '#access';
import { UnitOfWork } from '#database';
import type { Reader, Tx } from '#database';
import { createPerson } from '#directory';
import { Clock, DomainError, hashToken, isTokenShaped, TokenKeys } from '#kernel';
import type { Id, Temporal } from '#kernel';
import { lockMeeting } from '#meetings';
import type { Meeting } from '#meetings';
import { answerLocked } from '../answers/answer-batch.js';
import { refusalCodes } from '../answers/incoming-answer.js';
import type { IncomingAnswer } from '../answers/incoming-answer.js';
import { InvitePeople } from '../invitations/invite-people.js';
import { registrationPath } from '../mail/registration-path.js';
import { Invitation } from '../tables/invitation.entity.js';
import { OpenRegistration } from '../tables/open-registration.entity.js';
import { Registration } from '../tables/registration.entity.js';
import { takeTurns } from './count-asked.js';
import { findRegistrant } from './find-registrant.js';
import { handOverHold } from './hold-seats.js';
import { isHeld } from './open-registration.policy.js';

/** `path`: their own page; null if their registration is gone since. */
export type ConfirmOutcome =
  { readonly outcome: 'confirmed'; readonly path: string | null } | { readonly outcome: 'lapsed' };

/** Makes a registration of what somebody typed on a public page, once the mail has shown that the address is theirs. */
@Injectable()
export class ConfirmOpenRegistration {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly invitePeople: InvitePeople,
    private readonly clock: Clock,
    private readonly keys: TokenKeys,
  ) {}

  /**
   * Joins the person of the directory who has the address, of whom nothing changes, or makes a new one; invites them and
   * decides their yes under the meeting's lock, with the seats that were held. Confirming again changes nothing. Throws
   * `open-registration.unknown` and what refuses an answer (`answer.meeting-over` and so on).
   */
  async confirm(token: string, requestId: string | null): Promise<ConfirmOutcome> {
    const asked = isTokenShaped(token) ? await this.find(token) : null;
    if (asked === null) throw new DomainError('open-registration.unknown');
    return this.unitOfWork.run((tx) => this.confirmIn(tx, asked, requestId));
  }

  /** Their own page once they have confirmed; null before, and if their registration is gone since. */
  pathOnceConfirmed({ invitationId }: Pick<OpenRegistration, 'invitationId'>): Promise<string | null> {
    return this.pathOf(this.unitOfWork.reader, { invitationId });
  }

  private find(token: string): Promise<OpenRegistration | null> {
    return this.unitOfWork.reader.manager.findOneBy(OpenRegistration, { tokenHash: hashToken(token) });
  }

  private async confirmIn(
    tx: Tx,
    { id, meetingId, addressHash }: OpenRegistration,
    requestId: string | null,
  ): Promise<ConfirmOutcome> {
    // One address that confirms for two meetings at once is one new person, not two.
    await takeTurns(tx, addressHash === null ? [] : [addressHash]);
    const meeting = await lockMeeting(tx, meetingId);
    const asked = await tx.manager.findOneBy(OpenRegistration, { id });
    const now = this.clock.now();
    if (asked?.state === 'confirmed') return { outcome: 'confirmed', path: await this.pathOf(tx, asked) };
    if (asked === null || !isHeld(asked, now)) return { outcome: 'lapsed' };
    const invitationId = await this.register(tx, meeting, asked, { now, requestId });
    return { outcome: 'confirmed', path: await this.pathOf(tx, { invitationId }) };
  }

  private async register(
    tx: Tx,
    meeting: Meeting,
    asked: OpenRegistration,
    { now, requestId }: { readonly now: Temporal.Instant; readonly requestId: string | null },
  ): Promise<Id> {
    const personId = (await findRegistrant(tx, asked)) ?? (await addPerson(tx, asked, now));
    const invitationId = await this.invite(tx, meeting, personId, { now, requestId });
    await settle(tx, asked.id, invitationId, now);
    if (asked.holdsSeats) await handOverHold(tx, meeting, asked, { personId, invitationId, now });
    const { companions, contingentId, answers } = asked;
    const answer = {
      invitationId,
      answer: 'yes' as const,
      note: null,
      values: answers,
      seats: { companions: [...companions], contingentId },
      channel: 'web' as const,
      receivedAt: now,
      actorPersonId: null,
      requestId,
    } satisfies IncomingAnswer;
    const [outcome] = await answerLocked(tx, meeting, [answer], { clock: this.clock, keys: this.keys });
    if (outcome?.outcome === 'refused') {
      throw new DomainError(refusalCodes[outcome.reason], {
        most: outcome.most ?? meeting.seating.companions,
      });
    }
    return invitationId;
  }

  /** The invitation that the person has meanwhile, or a new one. */
  private async invite(
    tx: Tx,
    meeting: Meeting,
    personId: Id,
    { now, requestId }: { readonly now: Temporal.Instant; readonly requestId: string | null },
  ): Promise<Id> {
    const theirs = { meetingId: meeting.id, personId };
    const present = await tx.manager.findOneBy(Invitation, { ...theirs, state: 'active' });
    if (present !== null) return present.id;
    const reasons = [{ kind: 'open', officeId: null, institutionId: null }] as const;
    const actor = { personId, channel: 'web', requestId } as const;
    await this.invitePeople.invite(tx, meeting, [{ personId, reasons }], { actor, now, answersItself: true });
    const { id } = await tx.manager.findOneByOrFail(Invitation, theirs);
    return id;
  }

  private async pathOf(reader: Reader, { invitationId }: Pick<OpenRegistration, 'invitationId'>) {
    if (invitationId === null) return null;
    const registration = await reader.manager.findOneBy(Registration, { invitationId });
    return registration && registrationPath(this.keys, registration);
  }
}

/** At home nowhere: registering makes nobody one of the host's. */
async function addPerson(tx: Tx, asked: OpenRegistration, now: Temporal.Instant): Promise<Id> {
  const { givenName, familyName, language, address } = asked;
  const unknown = { academicTitle: null, salutation: 'none', position: null, phone: null } as const;
  const person = { ...unknown, givenName, familyName, language, homeInstitutionId: null };
  const acting = { actor: systemActor(), now };
  const { id } = await createPerson(tx, acting, { ...person, addresses: [address] });
  return id;
}

/** From here on seats and answers are the registration's; who wrote stays as it was typed. */
async function settle(tx: Tx, id: Id, invitationId: Id, now: Temporal.Instant): Promise<void> {
  await tx.manager.query(
    `UPDATE open_registration
        SET state = 'confirmed', confirmed_at = $3, invitation_id = $2, answers = '{}', companions = '{}',
            contingent_id = NULL
      WHERE id = $1`,
    [id, invitationId, now],
  );
}
