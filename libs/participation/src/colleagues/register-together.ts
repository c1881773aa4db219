import type { Tx } from '#database';
import { newId } from '#kernel';
import type { Id, Temporal, TokenKeys } from '#kernel';
import { listMeetingInstitutions } from '#meetings';
import type { Meeting } from '#meetings';
import type { DecidedAnswer } from '../answers/decide-answers.js';
import { recordAnswers, writeAnswers } from '../answers/write-answers.js';
import { writeParticipantMails } from '../mail/participant-mails.js';
import type { Waiting } from '../rules/line.rules.js';
import { tooSmallFor } from '../rules/seats.rules.js';
import type { TooSmall } from '../rules/seats.rules.js';
import { assertMayBecome } from '../rules/registration.transitions.js';
import { partyOf } from '../seats/party-of.js';
import { writeMoved } from '../seats/promote-waiting.js';
import { needsRepresented, readSeatFacts } from '../seats/read-seat-facts.js';
import { readRepresented } from '../seats/read-represented.js';
import type { Invitation } from '../tables/invitation.entity.js';
import type { Registration } from '../tables/registration.entity.js';
import { decideTogether } from './decide-together.js';
import type { TogetherState } from './decide-together.js';

export interface Together {
  /** Who registers them. */
  readonly invitation: Invitation;
  readonly registration: Registration | null;
  /** In the order in which they were named; none has answered. */
  readonly invited: readonly Invitation[];
  /** The kinds of seats they are to have, in the same order; null: the first. */
  readonly kinds: readonly (Id | null)[];
  readonly requestId: string | null;
}

interface Writing {
  readonly now: Temporal.Instant;
  /** Of the links to the registrations' pages. */
  readonly keys: TokenKeys;
}

/**
 * Decides the yes of people who come only together, in a meeting whose row is locked: seats for all of them, or they wait
 * as one group. Whoever registers them joins the group while waiting themselves, and keeps a seat that they have.
 */
export async function registerTogether(
  tx: Tx,
  meeting: Meeting,
  together: Together,
  { now, keys }: Writing,
): Promise<void> {
  const { registration, invited } = together;
  const joining = registration !== null && WAITING.has(registration.state) ? registration : null;
  const group = joining?.groupId ?? newId();
  const facts = await readSeatFacts(tx, meeting, now);
  const entries = await entriesOf(tx, meeting, together, { group, lastArrival: facts.lastArrival });
  const waits = joining?.state === 'waitlisted' ? joining : null;
  const state = decideTogether(facts, entries, waits?.id ?? null);
  assertMayBecome(null, 'yes', state);
  const answers = answersOf(together, entries, state, now);
  await writeAnswers(tx, meeting, answers, { now, keys });
  const institutionIds = await listMeetingInstitutions(tx, meeting.id);
  await recordAnswers(tx, answers, { meetingId: meeting.id, institutionIds, now });
  const invitationIds = invited.map(({ id }) => id);
  await writeParticipantMails(tx, { kind: 'confirmation', meeting, invitationIds, now, outcome: state });
  if (joining !== null) await joinGroup(tx, joining.id, group);
  if (waits !== null && state === 'confirmed') {
    await writeMoved(tx, meeting, [{ registrationId: waits.id, state }], now);
  }
}

/**
 * The limit that would keep people who come only together waiting for ever, with whoever of the group waits; null: none
 * does. They come for the institutions of whom they are registered by.
 */
export async function findTooSmallTogether(
  tx: Tx,
  meeting: Meeting,
  { invitation, registration, kinds }: Pick<Together, 'invitation' | 'registration' | 'kinds'>,
  now: Temporal.Instant,
): Promise<TooSmall | null> {
  const ids = needsRepresented(meeting) ? [invitation.id] : [];
  const represented = (await readRepresented(tx, meeting.id, ids))(invitation.id);
  const colleagues = kinds.map((contingentId) =>
    partyOf(meeting, { ...represented, isReserved: false }, { seats: 1, contingentId }),
  );
  const { limits, waiting } = await readSeatFacts(tx, meeting, now);
  const group = registration?.groupId ?? registration?.id;
  const joined = waiting.filter((one) => (one.group ?? one.registrationId) === group);
  const tooSmall = tooSmallFor(limits, [...joined.map(({ party }) => party), ...colleagues]);
  return tooSmall === null || tooSmall.most === 0 ? null : tooSmall;
}

const WAITING: ReadonlySet<string> = new Set(['waitlisted', 'awaiting_approval']);

/** They stand in line in the order in which they were named, and get the kind of seat that was named for them. */
async function entriesOf(
  tx: Tx,
  meeting: Meeting,
  { invited, kinds }: Together,
  { group, lastArrival }: { readonly group: Id; readonly lastArrival: number },
): Promise<readonly Entry[]> {
  const ids = needsRepresented(meeting) ? invited.map(({ id }) => id) : [];
  const represented = await readRepresented(tx, meeting.id, ids);
  const kindOf = (place: number) => kinds[place] ?? null;
  return invited.map((invitation, place) => ({
    invitation,
    registrationId: newId(),
    arrival: lastArrival + place + 1,
    party: partyOf(meeting, represented(invitation.id), { seats: 1, contingentId: kindOf(place) }),
    contingentId: kindOf(place),
    group,
  }));
}

interface Entry extends Waiting {
  readonly invitation: Invitation;
  readonly registrationId: Id;
  readonly contingentId: Id | null;
  readonly group: Id;
}

function answersOf(
  { invitation: { personId: actorPersonId }, requestId }: Together,
  entries: readonly Entry[],
  state: TogetherState,
  now: Temporal.Instant,
): readonly DecidedAnswer[] {
  const given = {
    answer: 'yes',
    note: null,
    channel: 'colleague',
    receivedAt: now,
    actorPersonId,
    requestId,
  } as const;
  return entries.map((entry) => ({
    ...entry,
    incoming: { ...given, invitationId: entry.invitation.id },
    before: null,
    seatsBefore: null,
    decisions: 1,
    companions: [],
    state,
  }));
}

async function joinGroup(tx: Tx, registrationId: Id, group: Id): Promise<void> {
  await tx.manager.query('UPDATE registration SET group_id = $2 WHERE id = $1', [registrationId, group]);
}
