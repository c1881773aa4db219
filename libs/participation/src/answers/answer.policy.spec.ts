import { Temporal } from '#kernel';
import { refusalOf } from './answer.policy.js';

const at = (text: string) => Temporal.Instant.from(`2026-06-${text}:00Z`);
const meeting = {
  state: 'published' as const,
  answerByAt: at('11T22:00'),
  startsAt: at('18T08:00'),
  endsAt: at('18T13:30'),
};
const early = at('01T08:00');
const late = at('12T08:00');

describe('whether an answer can be taken', () => {
  it.each([
    ['a yes in time', early, 'yes', 'web', '11T22:00', null],
    ['a yes after answers were due', early, 'yes', 'web', '11T22:01', 'answer-by-passed'],
    ['a maybe after answers were due', early, 'maybe', 'web', '12T08:00', 'answer-by-passed'],
    ['a no after answers were due', early, 'no', 'web', '12T08:00', null],
    ['a late yes by the host', early, 'yes', 'host', '12T08:00', null],
    ['a yes of who was invited only after that time', late, 'yes', 'web', '17T08:00', null],
    ['the same once the meeting has begun', late, 'yes', 'web', '18T08:01', 'answer-by-passed'],
    ['anything once it is over', late, 'no', 'web', '18T14:00', 'meeting-over'],
  ] as const)('%s', (...given) => {
    const [, invitedAt, answer, channel, receivedAt, refusal] = given;
    const invitation = { state: 'active' as const, invitedAt };
    expect(refusalOf(meeting, invitation, { answer, channel, receivedAt: at(receivedAt) })).toBe(refusal);
  });

  it('takes a late yes or no of who is offered a seat, and no maybe', () => {
    const offered = { state: 'active' as const, invitedAt: early, hasOffer: true };
    const refused = (answer: 'yes' | 'no' | 'maybe') =>
      refusalOf(meeting, offered, { answer, channel: 'web', receivedAt: at('12T08:00') });
    expect([refused('yes'), refused('no'), refused('maybe')]).toEqual([null, null, 'answer-by-passed']);
  });
});
