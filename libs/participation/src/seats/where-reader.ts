import type { RegistrationState } from '#contracts';
import type { Id } from '#kernel';
import type { Meeting, WhereReader } from '#meetings';
import { contingentOf } from './party-of.js';

/** What somebody's registration says of how they take part. */
export interface TakesPart {
  readonly state: RegistrationState | null;
  readonly contingentId: Id | null;
}

const COMES_OR_WAITS: ReadonlySet<RegistrationState | null> = new Set([
  'confirmed',
  'waitlisted',
  'offered',
  'awaiting_approval',
]);

/** Whether somebody has a seat or waits for one, and so takes part in one way and not in another. */
export function comesOrWaits(state: RegistrationState | null): boolean {
  return COMES_OR_WAITS.has(state);
}

/**
 * As whom an invitee reads where the meeting is, on every channel: by the kind of seat they have or wait for. Before a
 * yes both ways are open, unless there is only the one online. Where the host approves who comes, the way in is for
 * those whom the host has let in.
 */
export function whereReaderOf(
  { seating }: Pick<Meeting, 'seating'>,
  registration: TakesPart | null,
): WhereReader {
  const { contingents } = seating;
  if (isKeptOut(seating.approval, registration?.state ?? null)) return 'applicant';
  const isOnline =
    registration !== null && comesOrWaits(registration.state)
      ? contingentOf(seating, registration.contingentId)?.online === true
      : contingents.length > 0 && contingents.every(({ online }) => online);
  return isOnline ? 'online' : 'invitee';
}

function isKeptOut(approves: boolean, state: RegistrationState | null): boolean {
  if (state === 'awaiting_approval') return true;
  return approves && !comesOrWaits(state);
}
