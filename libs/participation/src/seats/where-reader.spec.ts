import { ordinarySeating } from '#contracts';
import type { Contingent, RegistrationState } from '#contracts';
import { newId } from '#kernel';
import { whereReaderOf } from './where-reader.js';

const [site, online] = [false, true].map((isOnline) => ({
  id: newId(),
  name: { de: isOnline ? 'Online' : 'Vor Ort' },
  seats: null,
  online: isOnline,
})) as [Contingent, Contingent];
const seats = (...contingents: readonly Contingent[]) => ({
  seating: { ...ordinarySeating, contingents: [...contingents] },
});

describe('as whom an invitee reads where the meeting is', () => {
  it.each(['confirmed', 'waitlisted', 'offered'] as const)(
    'goes by the kind of seat they have or wait for: %s',
    (state) => {
      const read = (contingentId: string | null) =>
        whereReaderOf(seats(site, online), { state, contingentId });
      expect([online.id, site.id, null].map(read)).toEqual(['online', 'invitee', 'invitee']);
    },
  );

  it('is open both ways before a yes, unless there is only the one online', () => {
    for (const state of ['tentative', 'declined', 'cancelled'] as const) {
      expect(whereReaderOf(seats(site, online), { state, contingentId: online.id })).toBe('invitee');
      expect(whereReaderOf(seats(online), { state, contingentId: null })).toBe('online');
    }
    expect(whereReaderOf(seats(site, online), null)).toBe('invitee');
    expect(whereReaderOf(seats(online), null)).toBe('online');
    expect(whereReaderOf(seats(), null)).toBe('invitee');
  });

  it('tells the way in to nobody whom the host has not approved yet, or has refused', () => {
    const meeting = { seating: { ...seats(site, online).seating, approval: true } };
    const read = (state: RegistrationState) => whereReaderOf(meeting, { state, contingentId: online.id });
    expect((['awaiting_approval', 'cancelled', 'tentative'] as const).map(read)).toEqual(
      Array.from({ length: 3 }, () => 'applicant'),
    );
    expect([read('confirmed'), whereReaderOf(meeting, null)]).toEqual(['online', 'applicant']);
    expect(whereReaderOf(seats(online), { state: 'awaiting_approval', contingentId: online.id })).toBe(
      'applicant',
    );
  });
});
