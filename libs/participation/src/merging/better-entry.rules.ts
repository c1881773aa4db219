import type { GivenAnswer, RegistrationState } from '#contracts';

/** What a person has in one meeting: the invitation and what the answer became. */
export interface MeetingEntry {
  readonly state: 'active' | 'withdrawn';
  readonly answer: GivenAnswer | null;
  readonly registration: RegistrationState | null;
  /** Order of arrival; null without a registration. */
  readonly arrival: number | null;
}

/** What is worth most to whoever has it first: a seat, then the hope of one, then an answer at all. */
const WORTH: readonly (RegistrationState | null)[] = [
  'confirmed',
  'offered',
  'awaiting_approval',
  'waitlisted',
  'tentative',
  'declined',
  'cancelled',
  null,
];

/**
 * Which of two invitations of one person to one meeting is kept: an active one before a withdrawn one, then the better
 * answer (a seat before a place in line before *maybe* before *no* before silence), then who came first; of two that
 * are alike the first.
 */
export function betterEntry<Entry extends MeetingEntry>(one: Entry, other: Entry): Entry {
  return compare(one, other) <= 0 ? one : other;
}

function compare(one: MeetingEntry, other: MeetingEntry): number {
  return (
    Number(one.state === 'withdrawn') - Number(other.state === 'withdrawn') ||
    WORTH.indexOf(one.registration) - WORTH.indexOf(other.registration) ||
    Number(one.answer === null) - Number(other.answer === null) ||
    (one.arrival ?? Infinity) - (other.arrival ?? Infinity) ||
    0
  );
}
