import { expandRule } from '#calendar';
import { Temporal } from '#kernel';

/*
 * Ten years of a weekly series, against a bare loop that adds a week 521 times: what any expansion by Temporal costs.
 */

const GOAL_MS = 20;
const ROUNDS = 200;
const from = Temporal.PlainDateTime.from('2027-03-04T10:00');
const until = from.add({ years: 10 });
const rule = {
  kind: 'rrule',
  startsLocal: '2027-03-04T10:00',
  rrule: 'FREQ=WEEKLY;BYDAY=TH',
  except: ['2027-12-30T10:00'],
} as const;

it('expands ten years of a weekly series in less than 20 ms', () => {
  const [ours, bare]: [number[], number[]] = [[], []];
  const expected = bareLoop().filter((date) => date.toString() !== '2027-12-30T10:00:00');
  expect(expandRule(rule, { from, until }).map(String)).toEqual(expected.map(String));
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(timed(() => expandRule(rule, { from, until })));
    bare.push(timed(bareLoop));
  }
  const [whole, loop] = [middle(ours), middle(bare)];
  const slowest = Math.max(...ours);
  process.stdout.write(
    `weekly, ten years: ${whole.toFixed(1)} ms in the middle, ${slowest.toFixed(1)} ms at most; ` +
      `a bare loop ${loop.toFixed(1)} ms, ratio ${(whole / loop).toFixed(2)}\n`,
  );
  expect(whole).toBeLessThan(GOAL_MS);
});

function bareLoop(): Temporal.PlainDateTime[] {
  const dates = [];
  for (let date = from; Temporal.PlainDateTime.compare(date, until) < 0; date = date.add({ weeks: 1 }))
    dates.push(date);
  return dates;
}

function timed(work: () => unknown): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}

function middle(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}
