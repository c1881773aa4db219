import { Temporal } from '#kernel';
import { deadlineOf, nextStep } from './turn.rules.js';
import type { OpenTurn, TurnFacts } from './turn.rules.js';

const settings = { zone: 'Europe/Berlin', askHostLeadDays: 90, confirmHostDays: 14, remindHostDays: 3 };
const at = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Berlin').toInstant();
const asked: OpenTurn = {
  id: 'turn',
  institutionId: 'host',
  state: 'asked',
  askedAt: at('2026-03-02T09:00'),
  confirmBy: at('2026-03-16T23:59'),
  remindedAt: null,
};
const facts = (more: Partial<TurnFacts> = {}): TurnFacts => ({
  hostId: 'host',
  startsLocal: Temporal.PlainDateTime.from('2026-06-04T10:00'),
  open: null,
  ...more,
});
const open = (more: Partial<OpenTurn> = {}) => facts({ open: { ...asked, ...more } });

describe('what is to be done about a turn', () => {
  it.each([
    ['waits until ninety days before', facts(), '2026-03-01T12:00', 'wait 2026-03-06T09:00'],
    ['asks from that morning on', facts(), '2026-03-06T09:00', 'ask'],
    ['rests where the series’ institution hosts', facts({ hostId: null }), '2026-03-06T09:00', 'rest'],
    ['waits for the reminder', open(), '2026-03-12T23:00', 'wait 2026-03-13T09:00'],
    ['reminds three days before the deadline', open(), '2026-03-13T09:00', 'remind'],
    [
      'reminds once',
      open({ remindedAt: at('2026-03-13T09:00') }),
      '2026-03-14T09:00',
      'wait 2026-03-16T23:59',
    ],
    ['lapses at the deadline', open({ remindedAt: at('2026-03-13T09:00') }), '2026-03-16T23:59', 'lapse'],
    ['lapses after a time without a worker, without reminding', open(), '2026-03-20T09:00', 'lapse'],
    ['has nothing to do once it is confirmed', open({ state: 'confirmed' }), '2026-03-20T09:00', 'rest'],
    [
      'does not remind whoever was asked the day before',
      open({ askedAt: at('2026-03-12T10:00') }),
      '2026-03-13T09:00',
      'wait 2026-03-16T23:59',
    ],
  ])('%s', (_, of, now, expected) => {
    const step = nextStep(of, settings, at(now));
    const until =
      'until' in step
        ? ` ${step.until.toZonedDateTimeISO(settings.zone).toPlainDateTime().toString({ smallestUnit: 'minute' })}`
        : '';
    expect(`${step.step}${until}`).toBe(expected);
  });

  it('asks on the morning by the wall clock, whatever summer time does', () => {
    const summer = nextStep(
      facts({ startsLocal: Temporal.PlainDateTime.from('2026-07-01T10:00') }),
      settings,
      at('2026-03-01T12:00'),
    );
    expect(summer).toEqual({ step: 'wait', until: Temporal.Instant.from('2026-04-02T07:00:00Z') });
  });
});

describe('until when a host has to confirm', () => {
  it.each([
    ['two weeks, to the end of the day', '2026-06-04T10:00', '2026-03-16T23:59'],
    ['half of what is left, where the date is near', '2026-03-12T09:00', '2026-03-07T09:00'],
    ['no later than the date itself', '2026-03-02T09:00', '2026-03-02T09:00'],
  ])('%s', (_, starts, deadline) =>
    expect(deadlineOf(at(starts), settings, at('2026-03-02T09:00'))).toEqual(at(deadline)),
  );
});
