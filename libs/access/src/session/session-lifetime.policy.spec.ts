import { Temporal } from '#kernel';
import { isRenewalDue, sessionEnd } from './session-lifetime.policy.js';

const now = Temporal.Instant.from('2026-03-02T09:00:00Z');

describe('the life of a session', () => {
  it('is 30 days from its last use', () => {
    expect(sessionEnd(now).toString()).toBe('2026-04-01T09:00:00Z');
  });

  it.each([
    [0, false],
    [23, false],
    [24, true],
    [600, true],
  ])('is renewed %i hours after the last renewal: %s', (hours, due) => {
    expect(isRenewalDue(sessionEnd(now), now.add({ hours }))).toBe(due);
  });
});
