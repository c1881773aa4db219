import type { Reader } from '#database';
import { findPeople } from '#directory';
import type { PersonContact } from '#directory';
import { hashToken, isTokenShaped } from '#kernel';
import type { Id } from '#kernel';
import { bundleMeetings, Meeting } from '#meetings';
import type { MeetingBundle } from '#meetings';
import { FormerInvitation } from '../tables/former-invitation.entity.js';
import { Invitation } from '../tables/invitation.entity.js';
import { Registration } from '../tables/registration.entity.js';
import { findPlacesInLine } from './places-in-line.js';
import { OWN_ZONE } from './own-zone.sql.js';

/** What the invitee's page shows. */
export interface InvitationPageFacts {
  readonly invitation: Invitation;
  readonly person: PersonContact;
  readonly bundle: MeetingBundle;
  readonly registration: Registration | null;
  /** 1 is next; null unless waitlisted. */
  readonly placeInLine: number | null;
  /** The zone of whom the invitee is asked for: where the invitee's own clock is; null without such an institution. */
  readonly ownZone: string | null;
}

/** The invitation a token opens, or null: a token of the wrong form costs no query. */
export async function findByToken(reader: Reader, token: string): Promise<InvitationPageFacts | null> {
  if (!isTokenShaped(token)) return null;
  const invitation = await findInvitation(reader, hashToken(token));
  return invitation && factsOf(reader, invitation);
}

/** The invitation behind the page of a registration, or null. */
export async function findByRegistrationToken(
  reader: Reader,
  token: string,
): Promise<(InvitationPageFacts & { readonly registration: Registration }) | null> {
  if (!isTokenShaped(token)) return null;
  const registration = await reader.manager.findOneBy(Registration, { tokenHash: hashToken(token) });
  if (registration === null || registration.invitationId === null) return null;
  const invitation = await reader.manager.findOneByOrFail(Invitation, { id: registration.invitationId });
  const facts = await factsOf(reader, invitation);
  return facts && { ...facts, registration };
}

async function factsOf(reader: Reader, invitation: Invitation): Promise<InvitationPageFacts | null> {
  const meeting = await reader.manager.findOneByOrFail(Meeting, { id: invitation.meetingId });
  const [bundle] = await bundleMeetings(reader, [meeting]);
  const person = (await findPeople(reader, [invitation.personId])).get(invitation.personId);
  if (bundle === undefined || person === undefined) return null;
  const registration = await reader.manager.findOneBy(Registration, { invitationId: invitation.id });
  const waits = registration?.state === 'waitlisted';
  const placeInLine = waits ? ((await findPlacesInLine(reader, meeting)).get(registration.id) ?? null) : null;
  const ownZone = await findOwnZone(reader, invitation.id);
  return { invitation, person, bundle, registration, placeInLine, ownZone };
}

/** By its own link, or by that of one that has become one with it. */
async function findInvitation(reader: Reader, tokenHash: string): Promise<Invitation | null> {
  const own = await reader.manager.findOneBy(Invitation, { tokenHash });
  if (own !== null) return own;
  return reader.manager
    .createQueryBuilder(Invitation, 'invitation')
    .innerJoin(FormerInvitation, 'former', 'former.invitationId = invitation.id')
    .where('former.tokenHash = :tokenHash', { tokenHash })
    .getOne();
}

async function findOwnZone(reader: Reader, invitationId: Id): Promise<string | null> {
  const [found]: { zone: string | null }[] = await reader.manager.query(
    `SELECT ${OWN_ZONE} AS zone FROM invitation WHERE invitation.id = $1`,
    [invitationId],
  );
  return found?.zone ?? null;
}
