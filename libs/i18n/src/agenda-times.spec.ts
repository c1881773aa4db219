import { Temporal } from '#kernel';
import { agendaTimes } from './agenda-times.js';
import type { TimedWhen } from './when.js';

const from = (starts: string): TimedWhen => ({
  kind: 'timed',
  starts: Temporal.Instant.from(starts),
  ends: Temporal.Instant.from(starts).add({ hours: 3 }),
  zone: 'Europe/Berlin',
});

describe('agendaTimes', () => {
  it('counts on from the start of the meeting', () => {
    expect(agendaTimes(from('2027-03-04T09:00Z'), [10, 45, 15])).toEqual([
      { from: '10:00', until: '10:10' },
      { from: '10:10', until: '10:55' },
      { from: '10:55', until: '11:10' },
    ]);
  });

  it('knows no more after an item that takes as long as it takes', () => {
    expect(agendaTimes(from('2027-03-04T09:00Z'), [10, null, 15])).toEqual([
      { from: '10:00', until: '10:10' },
      { from: '10:10', until: null },
      null,
    ]);
  });

  it('goes by the clock on the wall when summer time begins in between', () => {
    expect(agendaTimes(from('2027-03-28T00:30Z'), [60])).toEqual([{ from: '01:30', until: '03:30' }]);
  });

  it('has no times for whole days', () => {
    const day = Temporal.PlainDate.from('2027-03-04');
    expect(agendaTimes({ kind: 'all-day', first: day, last: day }, [10])).toEqual([null]);
  });
});
