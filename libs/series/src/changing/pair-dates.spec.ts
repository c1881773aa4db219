import { Temporal } from '#kernel';
import { pairDates } from './pair-dates.js';

const dates = (...days: string[]) => days.map((day) => Temporal.PlainDateTime.from(`${day}T10:00`));

describe('which date becomes which', () => {
  it('keeps a date that both rules give', () => {
    expect(pairDates(dates('2027-03-04', '2027-04-01'), dates('2027-03-04', '2027-04-01'))).toEqual([0, 1]);
  });

  it('moves weekly dates to another weekday of the same week', () => {
    expect(pairDates(dates('2027-03-04', '2027-03-11'), dates('2027-03-02', '2027-03-09'))).toEqual([0, 1]);
  });

  it('lets go of every other date when a weekly series becomes a fortnightly one', () => {
    const weekly = dates('2027-03-04', '2027-03-11', '2027-03-18', '2027-03-25');
    expect(pairDates(weekly, dates('2027-03-04', '2027-03-18'))).toEqual([0, null, 1, null]);
  });

  it('adds dates between those that stay', () => {
    const weekly = dates('2027-03-04', '2027-03-11', '2027-03-18');
    expect(pairDates(dates('2027-03-04', '2027-03-18'), weekly)).toEqual([0, 2]);
  });

  it('moves the only date by up to a fortnight, and never further', () => {
    expect(pairDates(dates('2027-03-04'), dates('2027-03-17'))).toEqual([0]);
    expect(pairDates(dates('2027-03-04'), dates('2027-04-17'))).toEqual([null]);
  });
});
