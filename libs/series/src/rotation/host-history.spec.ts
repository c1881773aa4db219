import { Temporal } from '#kernel';
import { recordHosts } from './host-history.rules.js';
import type { HostedTurn } from './host-history.rules.js';

const turn = (hostId: string, day: string, isPast = true): HostedTurn => ({
  dateId: day,
  hostId,
  startsLocal: Temporal.PlainDateTime.from(`${day}T10:00`),
  isPast,
  state: 'confirmed',
});
const listed = [
  { institutionId: 'a', weight: 2, hasLeft: false },
  { institutionId: 'b', weight: 1, hasLeft: false },
  { institutionId: 'c', weight: 1, hasLeft: true },
];

it('says who hosted how often, by weight, when last and when next', () => {
  const records = recordHosts(listed, [
    turn('b', '2026-05-07'),
    turn('a', '2026-04-02'),
    turn('a', '2026-06-04'),
    turn('a', '2026-08-06', false),
    turn('d', '2026-07-02'),
  ]);
  const said = records.map(({ institutionId, times, weighed, last, next, hasLeft }) =>
    [
      institutionId,
      times,
      weighed,
      last?.toPlainDate().toString() ?? '-',
      next?.toPlainDate().toString() ?? '-',
      hasLeft,
    ].join(' '),
  );
  expect(said).toEqual([
    'a 2 1 2026-06-04 2026-08-06 false',
    'b 1 1 2026-05-07 - false',
    'c 0 0 - - true',
    'd 1 1 2026-07-02 - true',
  ]);
  expect(records[0]?.dates.map(({ dateId }) => dateId)).toEqual(['2026-04-02', '2026-06-04', '2026-08-06']);
});
