import type { Reader } from '#database';
import { displayName, findPeople } from '#directory';
import type { PersonContact } from '#directory';
import { hashToken, isTokenShaped } from '#kernel';
import type { Id } from '#kernel';
import { bundleMeetings, Meeting } from '#meetings';
import type { MeetingBundle } from '#meetings';
import { findColleagues } from '../colleagues/find-colleagues.js';
import type { Colleague } from '../colleagues/find-colleagues.js';
import { FormerInvitation } from '../tables/former-invitation.entity.js';
import { Invitation } from '../tables/invitation.entity.js';
import { Registration } from '../tables/registration.entity.js';
import { findPlacesInLine, NO_PLACE } from './places-in-line.js';
import type { PlaceInLine } from './places-in-line.js';
import { OWN_ZONE } from './own-zone.sql.js';

/** What the invitee's page shows. */
export interface InvitationPageFacts {
  readonly invitation: Invitation;
  readonly person: PersonContact;
  readonly bundle: MeetingBundle;
  readonly registration: Registration | null;
  /** 1 is next; null unless waitlisted, and where a limit is exceeded. */
  readonly placeInLine: number | null;
  /** The limit that has become too small for them while they wait. */
  readonly exceeds: PlaceInLine['exceeds'];
  /** The zone of whom the invitee is asked for: where the invitee's own clock is; null without such an institution. */
  readonly ownZone: string | null;
  /** In whose place the invitee is asked, by name. */
  readonly inPlaceOf: string | null;
  /** Who comes in the invitee's place, as they were named. */
  readonly substitute: string | null;
  /** Whom the invitee has registered. */
  readonly colleagues: readonly Colleague[];
}

/** The invitation a token opens, or null: a token of the wrong form costs no query. */
export async function findByToken(reader: Reader, token: string): Promise<InvitationPageFacts | null> {
  if (!isTokenShaped(token)) return null;
  const invitation = await findInvitation(reader, hashToken(token));
  return invitation && factsOf(reader, invitation);
}

/** The invitation behind the page of a registration, or of one that has gone where two people became one; or null. */
export async function findByRegistrationToken(
  reader: Reader,
  token: string,
): Promise<(InvitationPageFacts & { readonly registration: Registration }) | null> {
  if (!isTokenShaped(token)) return null;
  const registration = await findRegistration(reader, hashToken(token));
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
  const places = waits ? await findPlacesInLine(reader, meeting) : null;
  const { place: placeInLine, exceeds } = places?.get(registration?.id) ?? NO_PLACE;
  const ownZone = await findOwnZone(reader, invitation.id);
  const chain = await findChain(reader, invitation);
  const asksForColleagues = meeting.seating.colleagues > 0;
  const colleagues = asksForColleagues ? await findColleagues(reader, invitation.id) : [];
  return { invitation, person, bundle, registration, placeInLine, exceeds, ownZone, ...chain, colleagues };
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

async function findRegistration(reader: Reader, tokenHash: string): Promise<Registration | null> {
  const own = await reader.manager.findOneBy(Registration, { tokenHash });
  if (own !== null) return own;
  return reader.manager
    .createQueryBuilder(Registration, 'registration')
    .innerJoin(FormerInvitation, 'former', 'former.invitationId = registration.invitationId')
    .where('former.registrationTokenHash = :tokenHash', { tokenHash })
    .getOne();
}

async function findChain(
  reader: Reader,
  { id, inPlaceOfId, answer }: Invitation,
): Promise<Pick<InvitationPageFacts, 'inPlaceOf' | 'substitute'>> {
  if (inPlaceOfId === null && answer !== 'substitute') return { inPlaceOf: null, substitute: null };
  const chain = await reader.manager
    .createQueryBuilder(Invitation, 'invitation')
    .where('invitation.id = :inPlaceOfId', { inPlaceOfId })
    .orWhere(`(invitation.inPlaceOfId = :id AND invitation.state = 'active')`, { id })
    .orderBy('invitation.invitedAt', 'DESC')
    .addOrderBy('invitation.id', 'DESC')
    .getMany();
  const first = chain.find((one) => one.id === inPlaceOfId);
  const person = first && (await findPeople(reader, [first.personId])).get(first.personId);
  const last = chain.find((one) => one.inPlaceOfId === id);
  return {
    inPlaceOf: person === undefined ? null : displayName(person),
    substitute: answer === 'substitute' ? (last?.namedAs ?? null) : null,
  };
}

async function findOwnZone(reader: Reader, invitationId: Id): Promise<string | null> {
  const [found]: { zone: string | null }[] = await reader.manager.query(
    `SELECT ${OWN_ZONE} AS zone FROM invitation WHERE invitation.id = $1`,
    [invitationId],
  );
  return found?.zone ?? null;
}
