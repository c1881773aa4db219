import { Temporal } from '#kernel';
import type { Id } from '#kernel';
import { namingRefusalOf, passingRefusalOf } from './substitution.policy.js';
import type { Named, Passing } from './substitution.policy.js';

const at = (hour: number) => Temporal.Instant.from('2026-06-18T00:00:00Z').add({ hours: hour });
const passing = (more: Partial<Passing> = {}): Passing => ({
  meeting: {
    state: 'published',
    startsAt: at(10),
    endsAt: at(12),
    answerByAt: at(5),
    seating: { substitutes: 'once' },
  },
  invitation: { state: 'active', invitedAt: at(0), answer: null, inPlaceOfId: null },
  registration: null,
  channel: 'web',
  receivedAt: at(3),
  ...more,
});
const withMore = <Key extends 'meeting' | 'invitation'>(key: Key, more: Partial<Passing[Key]>) => ({
  [key]: { ...passing()[key], ...more },
});
const someone = 'someone' as Id;

describe('passing an invitation on', () => {
  it.each<[string, Partial<Passing>, string | null]>([
    ['is open until answers are due', {}, null],
    ['is closed afterwards', { receivedAt: at(6) }, 'answer-by-passed'],
    ['is open afterwards for the host', { receivedAt: at(6), channel: 'host' }, null],
    [
      'is open afterwards for whoever is offered a seat',
      { receivedAt: at(6), registration: { state: 'offered', cause: null } },
      null,
    ],
    [
      'is closed once the meeting is over, for the host too',
      { receivedAt: at(13), channel: 'host' },
      'meeting-over',
    ],
    ['is closed when the meeting is off', withMore('meeting', { state: 'cancelled' }), 'meeting-cancelled'],
    ['is closed to who is withdrawn', withMore('invitation', { state: 'withdrawn' }), 'withdrawn'],
    [
      'is closed where nobody is to be sent',
      withMore('meeting', { seating: { substitutes: 'none' } }),
      'none-allowed',
    ],
    ['is closed to substitutes', withMore('invitation', { inPlaceOfId: someone }), 'no-further'],
    [
      'is open to substitutes where the host lets them',
      {
        ...withMore('invitation', { inPlaceOfId: someone }),
        ...withMore('meeting', { seating: { substitutes: 'chain' } }),
      },
      null,
    ],
    [
      'is open to substitutes by the host',
      { ...withMore('invitation', { inPlaceOfId: someone }), channel: 'api' },
      null,
    ],
    ['is done once', withMore('invitation', { answer: 'substitute' }), 'named-already'],
    [
      'is closed to whom the host has refused',
      { registration: { state: 'cancelled', cause: 'refused' } },
      'not-approved',
    ],
  ])('%s', (_, more, refusal) => {
    expect(passingRefusalOf(passing(more))).toBe(refusal);
  });
});

describe('who can come instead', () => {
  const named: Named = { personId: null, invitation: null, isReachable: true };
  it.each<[string, Partial<Named>, string | null]>([
    ['somebody new', {}, null],
    ['somebody known', { personId: 'other' as Id }, null],
    ['nobody who is the invitee', { personId: someone }, 'oneself'],
    [
      'nobody who is invited',
      { personId: 'other' as Id, invitation: { state: 'active' } },
      'already-invited',
    ],
    ['somebody whose invitation was withdrawn', { invitation: { state: 'withdrawn' } }, null],
    ['nobody whom mail does not reach', { isReachable: false }, 'unreachable'],
  ])('%s', (_, more, refusal) => {
    expect(namingRefusalOf({ ...named, ...more }, someone)).toBe(refusal);
  });
});
