import { swapRefusal } from './swap.rules.js';
import type { SwapDate } from './swap.rules.js';

const date = (dateId: string, more: Partial<SwapDate> = {}): SwapDate => ({
  dateId,
  hostId: `host of ${dateId}`,
  hasLeft: false,
  isPast: false,
  isCancelled: false,
  isByHand: false,
  isInSwap: false,
  ...more,
});

it.each([
  ['two dates of two hosts', date('june'), date('july'), null],
  ['a date with itself', date('june'), date('june'), 'host-swap.same-date'],
  ['a past date', date('june', { isPast: true }), date('july'), 'host-swap.date-past'],
  ['a cancelled date', date('june'), date('july', { isCancelled: true }), 'host-swap.date-cancelled'],
  ['a date that nobody takes a turn for', date('june', { hostId: null }), date('july'), 'host-swap.no-host'],
  [
    'a date whose host was named by hand',
    date('june'),
    date('july', { isByHand: true }),
    'host-swap.no-host',
  ],
  [
    'two dates of one host',
    date('june', { hostId: 'x' }),
    date('july', { hostId: 'x' }),
    'host-swap.same-host',
  ],
  ['a host who left', date('june'), date('july', { hasLeft: true }), 'host-swap.host-left'],
  ['a date in another swap', date('june', { isInSwap: true }), date('july'), 'host-swap.open-already'],
])('%s', (_, first, second, refusal) => {
  expect(swapRefusal(first, second)).toBe(refusal);
  expect(swapRefusal(second, first)).toBe(refusal);
});
