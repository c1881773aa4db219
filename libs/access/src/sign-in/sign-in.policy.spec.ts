import { Temporal } from '#kernel';
import { judgeCode, judgeLink, mayAsk, signInEnd } from './sign-in.policy.js';

const now = Temporal.Instant.from('2026-03-02T09:00:00Z');
const open = { loginId: 'x', attempts: 0, expiresAt: signInEnd(now), usedAt: null };

describe('a sign-in link', () => {
  it.each([
    ['in the browser that asked', open, true, 'accepted'],
    ['in another one', open, false, 'sign-in.other-browser'],
    ['that nobody knows', null, true, 'sign-in.expired'],
    ['used before', { ...open, usedAt: now }, true, 'sign-in.expired'],
    ['at its very end', { ...open, expiresAt: now }, true, 'sign-in.expired'],
    ['of an unknown address', { ...open, loginId: null }, true, 'sign-in.expired'],
    ['after many wrong codes', { ...open, attempts: 5 }, true, 'accepted'],
  ])('%s: %s', (_, request, here, verdict) => {
    expect(judgeLink(request, here, now)).toBe(verdict);
  });
});

describe('a sign-in code', () => {
  it.each([
    ['right', open, true, 'accepted'],
    ['right at the fifth try', { ...open, attempts: 4 }, true, 'accepted'],
    ['right at the sixth try', { ...open, attempts: 5 }, true, 'sign-in.too-many-attempts'],
    ['wrong', open, false, 'sign-in.wrong-code'],
    ['wrong for the fifth time', { ...open, attempts: 4 }, false, 'sign-in.too-many-attempts'],
    ['guessed for an unknown address', { ...open, loginId: null }, true, 'sign-in.wrong-code'],
    ['too late', { ...open, expiresAt: now }, true, 'sign-in.expired'],
    ['used before', { ...open, usedAt: now }, true, 'sign-in.expired'],
    ['never asked for', null, true, 'sign-in.expired'],
  ])('%s', (_, request, right, verdict) => {
    expect(judgeCode(request, right, now)).toBe(verdict);
  });
});

describe('asking for sign-in mails', () => {
  it.each([
    [0, 0, true],
    [5, 59, true],
    [6, 0, false],
    [0, 60, false],
  ])('after %i for the address and %i by the client: %s', (byAddress, byClient, may) => {
    expect(mayAsk({ byAddress, byClient })).toBe(may);
  });
});
