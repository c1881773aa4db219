import * as fc from 'fast-check';
import type { AnswerValue } from '#contracts';

/** Numbers stand for the invitations there are when it happens, counted round. */
export interface AnswerHappening {
  readonly who: number;
  readonly answer: AnswerValue;
  readonly companions: number;
  readonly contingent: number;
  readonly channel: 'web' | 'host';
}

/** What can happen to the seats of a meeting. */
export type Happening =
  | { readonly kind: 'answers'; readonly answers: readonly AnswerHappening[] }
  | {
      readonly kind: 'decide';
      readonly who: readonly number[];
      readonly decision: 'approve' | 'refuse' | 'free';
    }
  | { readonly kind: 'reserve'; readonly who: number; readonly reserved: boolean }
  | { readonly kind: 'capacity'; readonly capacity: number | null; readonly keepSeats: boolean }
  | { readonly kind: 'quota'; readonly quota: number | null }
  | { readonly kind: 'limits'; readonly reserved: number; readonly contingent: number | null }
  | { readonly kind: 'time'; readonly minutes: number }
  | { readonly kind: 'due' }
  | { readonly kind: 'mails-leave' }
  | {
      readonly kind: 'substitute';
      readonly who: number;
      readonly whom: number;
      readonly by: 'invitee' | 'host';
    }
  | {
      readonly kind: 'colleagues';
      readonly who: number;
      readonly whom: readonly number[];
      readonly together: boolean;
    }
  | { readonly kind: 'withdraw'; readonly who: number }
  | { readonly kind: 'invite-again'; readonly who: number }
  | { readonly kind: 'register'; readonly whom: number; readonly companions: number }
  | { readonly kind: 'confirm'; readonly which: number };

/** How the meeting gives its seats. */
export interface Settings {
  readonly capacity: number;
  readonly line: 'arrival' | 'clusters-first';
  readonly approval: boolean;
  readonly offerHours: number | null;
  readonly afterAnswerBy: 'promote' | 'host';
  readonly answerByHours: number | null;
  readonly startsInDays: number;
  readonly hasContingents: boolean;
  readonly quota: number | null;
}

const who = fc.nat(11);

const answer = fc.record({
  who,
  answer: fc.constantFrom<AnswerValue>('yes', 'yes', 'yes', 'yes', 'no', 'maybe'),
  companions: fc.constantFrom(0, 0, 0, 1, 2),
  contingent: fc.nat(1),
  channel: fc.constantFrom('web' as const, 'web' as const, 'web' as const, 'host' as const),
});

function one<Kind extends string, Fields>(
  kind: Kind,
  fields: { [Key in keyof Fields]: fc.Arbitrary<Fields[Key]> },
) {
  return fc.record<{ kind: Kind } & Fields>({ kind: fc.constant(kind), ...fields } as never);
}

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 8, arbitrary: one('answers', { answers: fc.array(answer, { minLength: 1, maxLength: 1 }) }) },
  { weight: 2, arbitrary: one('answers', { answers: fc.array(answer, { minLength: 2, maxLength: 4 }) }) },
  {
    weight: 4,
    arbitrary: one('decide', {
      who: fc.uniqueArray(who, { minLength: 1, maxLength: 4 }),
      decision: fc.constantFrom('approve' as const, 'refuse' as const, 'free' as const),
    }),
  },
  { weight: 1, arbitrary: one('reserve', { who, reserved: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: one('capacity', {
      capacity: fc.option(fc.integer({ min: 1, max: 6 }), { freq: 10 }),
      keepSeats: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: one('quota', { quota: fc.option(fc.integer({ min: 1, max: 3 })) }) },
  {
    weight: 1,
    arbitrary: one('limits', { reserved: fc.nat(1), contingent: fc.option(fc.integer({ min: 1, max: 3 })) }),
  },
  { weight: 3, arbitrary: one('time', { minutes: fc.constantFrom(5, 31, 400, 1445) }) },
  { weight: 3, arbitrary: one('due', {}) },
  { weight: 2, arbitrary: one('mails-leave', {}) },
  {
    weight: 2,
    arbitrary: one('substitute', {
      who,
      whom: fc.nat(4),
      by: fc.constantFrom('invitee' as const, 'host' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: one('colleagues', {
      who,
      whom: fc.uniqueArray(fc.nat(4), { minLength: 1, maxLength: 2 }),
      together: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: one('withdraw', { who }) },
  { weight: 1, arbitrary: one('invite-again', { who }) },
  { weight: 2, arbitrary: one('register', { whom: fc.nat(5), companions: fc.constantFrom(0, 0, 1) }) },
  { weight: 2, arbitrary: one('confirm', { which: fc.nat(3) }) },
);

/** Most of those invited say yes at first, so that there is a line. */
const first: fc.Arbitrary<Happening> = fc
  .shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 3 })
  .map((coming) => ({
    kind: 'answers',
    answers: coming.map((one) => ({ ...YES, who: one, contingent: one % 2 })),
  }));

const YES = { answer: 'yes', companions: 0, channel: 'web' } as const;

export const happenings = fc
  .tuple(first, fc.array(happening, { minLength: 14, maxLength: 24, size: 'max' }))
  .map(([beginning, then]) => [beginning, ...then]);

export const settings: fc.Arbitrary<Settings> = fc.record({
  capacity: fc.integer({ min: 1, max: 4 }),
  line: fc.constantFrom('arrival' as const, 'arrival' as const, 'clusters-first' as const),
  approval: fc.constantFrom(false, false, true),
  offerHours: fc.constantFrom(24, 24, null),
  afterAnswerBy: fc.constantFrom('promote' as const, 'host' as const),
  answerByHours: fc.constantFrom(null, 30),
  startsInDays: fc.constantFrom(3, 100),
  hasContingents: fc.constantFrom(false, false, true),
  quota: fc.constantFrom(null, null, 1, 2),
});
