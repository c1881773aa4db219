import { foldDays } from './answers-by-day.js';

const none = { confirmed: 0, waiting: 0, maybe: 0, declined: 0, silent: 0 };

describe('foldDays', () => {
  it('carries over what does not change, moves who changes their mind and forgets who is withdrawn', () => {
    const days = foldDays([
      { on: '2026-05-01', invitationId: 'a', registration: 'silent' },
      { on: '2026-05-01', invitationId: 'b', registration: 'silent' },
      { on: '2026-05-01', invitationId: 'c', registration: 'confirmed' },
      { on: '2026-05-04', invitationId: 'a', registration: 'waitlisted' },
      { on: '2026-05-09', invitationId: 'a', registration: 'confirmed' },
      { on: '2026-05-09', invitationId: 'b', registration: null },
      { on: '2026-05-09', invitationId: 'c', registration: 'cancelled' },
    ]);
    expect(days).toEqual([
      { ...none, on: '2026-05-01', silent: 2, confirmed: 1 },
      { ...none, on: '2026-05-04', silent: 1, confirmed: 1, waiting: 1 },
      { ...none, on: '2026-05-09', confirmed: 1, declined: 1 },
    ]);
  });
});
