import { Temporal } from '#kernel';
import { proposeHost } from './propose-host.js';
import type { HostedDate } from './propose-host.js';

const host = (
  institutionId: string,
  position: number,
  more: { weight?: number; awayMonths?: number[] } = {},
) => ({
  institutionId,
  position,
  weight: 1,
  awayMonths: [],
  ...more,
});
const date = (text: string) => Temporal.PlainDateTime.from(`${text}T10:00`);

/** Who hosts twelve monthly dates of 2027, one after another. */
function year(hosts: readonly ReturnType<typeof host>[]): string {
  const hosted: HostedDate[] = [];
  const turns = Array.from({ length: 12 }, (_, month) => {
    const startsLocal = Temporal.PlainDateTime.from({ year: 2027, month: month + 1, day: 4, hour: 10 });
    const hostId = proposeHost(hosts, hosted, startsLocal);
    if (hostId !== null) hosted.push({ startsLocal, hostId });
    return hostId ?? '-';
  });
  return turns.join('');
}

describe('whose turn it is to host', () => {
  it.each([
    [
      'one after another, in the order of the list',
      [host('a', 0), host('b', 1), host('c', 2)],
      'abcabcabcabc',
    ],
    [
      'twice as often with weight 2',
      [host('a', 0, { weight: 2 }), host('b', 1), host('c', 2)],
      'abcabacabaca',
    ],
    [
      'not in the months it is away, and first when it is back',
      [host('a', 0), host('b', 1, { awayMonths: [5, 6, 7, 8] }), host('c', 2)],
      'abcacacabcab',
    ],
    ['nobody where all are away', [host('a', 0, { awayMonths: [7, 8] })], 'aaaaaa--aaaa'],
    ['nobody without hosts', [], '------------'],
  ])('%s', (_, hosts, turns) => expect(year(hosts)).toBe(turns));

  it('counts what was before the date, not what is planned after it', () => {
    const hosted = [
      { startsLocal: date('2027-01-04'), hostId: 'a' },
      { startsLocal: date('2027-03-04'), hostId: 'b' },
    ];
    expect(proposeHost([host('a', 0), host('b', 1)], hosted, date('2027-02-04'))).toBe('b');
  });
});
