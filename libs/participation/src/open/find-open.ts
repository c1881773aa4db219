import type { Reader } from '#database';
import { hashToken, isTokenShaped } from '#kernel';
import type { Id, Temporal } from '#kernel';
import { bundleMeetings, Meeting } from '#meetings';
import type { MeetingBundle } from '#meetings';
import { OpenRegistration } from '../tables/open-registration.entity.js';
import { foreseeSeats } from './hold-seats.js';

/** What the page shows at which somebody confirms. */
export interface OpenPageFacts {
  readonly asked: OpenRegistration;
  readonly bundle: MeetingBundle;
}

/** What a confirmation link opens, or null: a token of the wrong form costs no query. */
export async function findOpenByToken(reader: Reader, token: string): Promise<OpenPageFacts | null> {
  if (!isTokenShaped(token)) return null;
  const asked = await reader.manager.findOneBy(OpenRegistration, { tokenHash: hashToken(token) });
  if (asked === null) return null;
  const meeting = await reader.manager.findOneByOrFail(Meeting, { id: asked.meetingId });
  const [bundle] = await bundleMeetings(reader, [meeting]);
  return bundle === undefined ? null : { asked, bundle };
}

/** Whether an invitation came of a registration on a public page. */
export function hasRegisteredOpenly(reader: Reader, invitationId: Id): Promise<boolean> {
  return reader.manager.existsBy(OpenRegistration, { invitationId });
}

/** Whether one person would find a seat now, without numbers; null where seats are not counted. */
export async function findRoom(
  reader: Reader,
  meeting: Meeting,
  now: Temporal.Instant,
): Promise<'seat' | 'line' | 'approval' | null> {
  const { capacity, seating } = meeting;
  const isCounted = capacity !== null || seating.contingents.some(({ seats }) => seats !== null);
  if (!isCounted && !seating.approval) return null;
  return foreseeSeats(reader, meeting, { seats: 1, contingentId: null }, now);
}
