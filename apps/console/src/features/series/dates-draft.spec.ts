import { datesBody, emptyDates, finishedDates, inRhythm, startingAt, startingOn } from './dates-draft.js';
import type { DatesDraft } from './dates-draft.js';
import { draftOf } from './read-dates.js';

const march = startingOn(emptyDates, '2027-03-04');
const rruleOf = (draft: DatesDraft) => {
  const rule = datesBody(draft);
  return rule.kind === 'rrule' ? rule.rrule : null;
};

const cases: readonly (readonly [string, Partial<DatesDraft>, string])[] = [
  ['weekly on two days', { rhythm: 'weekly', weekdays: [4, 2] }, 'FREQ=WEEKLY;BYDAY=TU,TH'],
  ['every three weeks', { rhythm: 'weekly', interval: 3 }, 'FREQ=WEEKLY;INTERVAL=3;BYDAY=TH'],
  ['the first and third Monday', { nths: [3, 1], weekdays: [1] }, 'FREQ=MONTHLY;BYDAY=1MO,3MO'],
  ['every Tuesday and Thursday', { nths: [], weekdays: [4, 2] }, 'FREQ=MONTHLY;BYDAY=TU,TH'],
  ['the last Friday', { nths: [-1], weekdays: [5] }, 'FREQ=MONTHLY;BYDAY=-1FR'],
  ['a day of the month', { monthly: 'day', monthDay: 15 }, 'FREQ=MONTHLY;BYMONTHDAY=15'],
  ['the last day', { monthly: 'last-day' }, 'FREQ=MONTHLY;BYMONTHDAY=-1'],
  ['the last workday', { monthly: 'last-workday' }, 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'],
  ['chosen months', { months: [12, 3, 9, 6] }, 'FREQ=MONTHLY;BYMONTH=3,6,9,12;BYDAY=1TH'],
  ['yearly', { rhythm: 'yearly', months: [3] }, 'FREQ=YEARLY;BYMONTH=3;BYDAY=1TH'],
  ['until a day', { end: 'until', untilDay: '2028-12-31' }, 'FREQ=MONTHLY;BYDAY=1TH;UNTIL=20281231T235959'],
  ['after so many times', { end: 'count', count: 12 }, 'FREQ=MONTHLY;BYDAY=1TH;COUNT=12'],
];

describe('a rule in the form', () => {
  it('without a day of the week is one that the contract refuses', () => {
    expect(rruleOf({ ...march, nths: [1], weekdays: [] })).toBe('FREQ=MONTHLY;BYDAY=');
  });

  it.each(cases)('writes %s', (_, change, rrule) => {
    expect(rruleOf({ ...march, ...change })).toBe(rrule);
  });

  it.each(cases)('reads %s back as the same fields', (_, change, rrule) => {
    const rule = datesBody({ ...march, ...change });
    const draft = draftOf(rule);
    expect(draft.rhythm).not.toBe('written');
    expect(rruleOf(draft)).toBe(rrule);
  });

  it.each([
    'FREQ=DAILY',
    'FREQ=MONTHLY;BYDAY=1MO,3TU',
    'FREQ=YEARLY;BYDAY=20MO',
    'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=2',
  ])('keeps what it has no fields for: %s', (rrule) => {
    const draft = draftOf({ kind: 'rrule', startsLocal: '2027-03-04T10:00', rrule, except: [] });
    expect(draft.rhythm).toBe('written');
    expect(rruleOf(draft)).toBe(rrule);
  });

  it('keeps dates picked by hand', () => {
    const rule = { kind: 'picked' as const, dates: ['2027-03-04T10:00', '2027-05-05T14:30'] };
    expect(datesBody(draftOf(rule))).toEqual(rule);
  });

  it('says nothing before it says enough', () => {
    expect(finishedDates(emptyDates)).toBeNull();
    expect(finishedDates({ ...march, rhythm: 'picked' })).toBeNull();
    expect(finishedDates({ ...march, rhythm: 'written' })).toBeNull();
    expect(finishedDates({ ...march, end: 'until' })).toBeNull();
    expect(finishedDates({ ...march, startTime: '25' })).toBeNull();
    expect(finishedDates(march)).not.toBeNull();
  });

  it('follows its first day in what was not chosen otherwise', () => {
    expect(rruleOf(startingOn(march, '2027-03-31'))).toBe('FREQ=MONTHLY;BYDAY=-1WE');
    const chosen = { ...march, weekdays: [1], nths: [2] };
    expect(rruleOf(startingOn(chosen, '2027-03-31'))).toBe('FREQ=MONTHLY;BYDAY=2MO');
  });

  it('has its month once it is yearly, and every month again after that', () => {
    const yearly = inRhythm(march, 'yearly');
    expect(rruleOf(yearly)).toBe('FREQ=YEARLY;BYMONTH=3;BYDAY=1TH');
    expect(rruleOf(inRhythm(yearly, 'monthly'))).toBe('FREQ=MONTHLY;BYDAY=1TH');
  });

  it('takes its dates along to another time of day', () => {
    const draft = {
      ...march,
      picked: ['2027-03-04T10:00', '2027-04-01T15:00'],
      except: ['2027-05-06T10:00'],
    };
    const later = ['', '1', '11:00'].reduce((typed, time) => startingAt(typed, time, '10:00'), draft);
    expect([later.picked, later.except]).toEqual([
      ['2027-03-04T11:00', '2027-04-01T15:00'],
      ['2027-05-06T11:00'],
    ]);
  });
});
