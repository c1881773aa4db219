import { Temporal } from '#kernel';
import { readCalendar } from './read-calendar.js';

const window = {
  from: Temporal.PlainDate.from('2026-01-01'),
  until: Temporal.PlainDate.from('2028-01-01'),
  zone: 'Europe/Berlin',
};
const file = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:1', 'SUMMARY:Ferien', ...lines, 'END:VEVENT'];
const read = (text: string) => readCalendar(Buffer.from(text), window);
const shown = (text: string) => {
  const found = read(text);
  if (found.kind === 'refused') return found.code;
  return found.entries.map((entry) =>
    entry.kind === 'days'
      ? `${entry.summary} ${entry.firstOn.toString()}/${entry.lastOn.toString()}`
      : `${entry.summary} ${entry.startsAt.toString()}/${entry.endsAt.toString()}`,
  );
};

const customZone = (rule: string) => [
  'BEGIN:VTIMEZONE',
  'TZID:Haus',
  'BEGIN:STANDARD',
  'DTSTART:20001029T030000',
  'TZOFFSETFROM:+0400',
  'TZOFFSETTO:+0300',
  `RRULE:${rule}`,
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:20000326T020000',
  'TZOFFSETFROM:+0300',
  'TZOFFSETTO:+0400',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
];

describe('a calendar of others', () => {
  it('has entries of whole days, the end exclusive, also behind a byte order mark', () => {
    const days = file(...event('DTSTART;VALUE=DATE:20260701', 'DTEND;VALUE=DATE:20260815'));
    expect(shown(days)).toEqual(['Ferien 2026-07-01/2026-08-14']);
    expect(shown(`\uFEFF${days}`)).toEqual(['Ferien 2026-07-01/2026-08-14']);
    expect(shown(file(...event('DTSTART;VALUE=DATE:20260701')))).toEqual(['Ferien 2026-07-01/2026-07-01']);
  });

  it.each([
    ['UTC', 'DTSTART:20260701T080000Z', '2026-07-01T08:00:00Z'],
    ['an IANA name', 'DTSTART;TZID=America/New_York:20260701T080000', '2026-07-01T12:00:00Z'],
    ['the end of one', 'DTSTART;TZID=/x.example/Europe/London:20260701T080000', '2026-07-01T07:00:00Z'],
    ['a name of Windows', 'DTSTART;TZID=W. Europe Standard Time:20260701T080000', '2026-07-01T06:00:00Z'],
    ['none', 'DTSTART:20260701T080000', '2026-07-01T06:00:00Z'],
    ['one that nobody knows', 'DTSTART;TZID=Nirgends:20260701T080000', '2026-07-01T06:00:00Z'],
  ])('has times in %s', (_what, starts, expected) => {
    const [entry] = shown(file(...event(starts, 'DURATION:PT1H')));
    expect(entry).toContain(` ${expected}/`);
  });

  it('has zones of its own, unless they are made to be searched for ever', () => {
    const starts = event('DTSTART;TZID=Haus:20260701T080000', 'DURATION:PT1H');
    expect(shown(file(...customZone('FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU'), ...starts))).toEqual([
      'Ferien 2026-07-01T04:00:00Z/2026-07-01T05:00:00Z',
    ]);
    expect(shown(file(...customZone('FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'), ...starts))).toEqual([
      'Ferien 2026-07-01T06:00:00Z/2026-07-01T07:00:00Z',
    ]);
  });

  it('repeats by the wall clock, without exceptions, with changed dates, until an instant', () => {
    const series = event(
      'DTSTART;TZID=Europe/Berlin:20260303T100000',
      'DTEND;TZID=Europe/Berlin:20260303T110000',
      'RRULE:FREQ=MONTHLY;BYDAY=1TU;UNTIL=20260707T080000Z',
      'EXDATE;TZID=Europe/Berlin:20260505T100000',
    );
    const moved = event(
      'RECURRENCE-ID;TZID=Europe/Berlin:20260602T100000',
      'DTSTART;TZID=Europe/Berlin:20260603T120000',
      'DTEND;TZID=Europe/Berlin:20260603T130000',
    );
    expect(shown(file(...series, ...moved))).toEqual([
      'Ferien 2026-03-03T09:00:00Z/2026-03-03T10:00:00Z',
      'Ferien 2026-04-07T08:00:00Z/2026-04-07T09:00:00Z',
      'Ferien 2026-07-07T08:00:00Z/2026-07-07T09:00:00Z',
      'Ferien 2026-06-03T10:00:00Z/2026-06-03T11:00:00Z',
    ]);
  });

  it('is worked out for the window alone', () => {
    const daily = event('DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=DAILY');
    expect(shown(file(...daily))).toHaveLength(730);
    expect(shown(file(...event('DTSTART;VALUE=DATE:20200101')))).toBe('calendar.empty');
  });

  it.each([
    ['a page', '<!doctype html><html><body>BEGIN:VCALENDAR</body></html>', 'calendar.not-a-calendar'],
    ['half a file', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n', 'calendar.not-a-calendar'],
    ['nothing', '', 'calendar.not-a-calendar'],
    ['a calendar without entries', file(), 'calendar.empty'],
    ['only cancelled ones', file(...event('STATUS:CANCELLED', 'DTSTART:20260701T080000Z')), 'calendar.empty'],
    ['only broken ones', file(...event('DTSTART:bald')), 'calendar.empty'],
    [
      'a rule without dates',
      file(...event('DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30')),
      'calendar.empty',
    ],
    [
      'too many',
      file(
        ...Array.from({ length: 30 }, () => event('DTSTART;VALUE=DATE:20200101', 'RRULE:FREQ=DAILY')).flat(),
      ),
      'calendar.too-many-entries',
    ],
  ])('is refused when it is %s', (_what, text, code) => expect(shown(text)).toBe(code));
});
