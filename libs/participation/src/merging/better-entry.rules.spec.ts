import { betterEntry } from './better-entry.rules.js';
import type { MeetingEntry } from './better-entry.rules.js';

const silent: MeetingEntry = { state: 'active', answer: null, registration: null, arrival: null };
const seat: MeetingEntry = { state: 'active', answer: 'yes', registration: 'confirmed', arrival: 4 };
const earlier: MeetingEntry = { ...seat, arrival: 2 };
const line: MeetingEntry = { ...seat, registration: 'waitlisted', arrival: 1 };
const perhaps: MeetingEntry = { ...seat, answer: 'maybe', registration: 'tentative' };
const declined: MeetingEntry = { ...seat, answer: 'no', registration: 'declined', arrival: 1 };
const withdrawn: MeetingEntry = { ...seat, state: 'withdrawn', registration: 'cancelled' };

describe('two invitations of one person', () => {
  it.each([
    ['a seat before a place in line', seat, line],
    ['a place in line before maybe', line, perhaps],
    ['maybe before no', perhaps, declined],
    ['no before silence', declined, silent],
    ['silence before what was withdrawn', silent, withdrawn],
    ['of two seats the one that came first', earlier, seat],
  ])('keeps %s, whichever comes first', (_, better, worse) => {
    expect(betterEntry(better, worse)).toBe(better);
    expect(betterEntry(worse, better)).toBe(better);
  });

  it('keeps the first of two that are alike', () => {
    const other = { ...silent };
    expect(betterEntry(silent, other)).toBe(silent);
  });
});
