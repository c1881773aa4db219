import { parseDay } from './parse-day.js';

describe('parseDay', () => {
  it.each([
    ['4.3.2027', '2027-03-04'],
    ['04.03.27', '2027-03-04'],
    [' 04/03/2027 ', '2027-03-04'],
    ['4. 3. 2027', '2027-03-04'],
    ['2027-03-04', '2027-03-04'],
    ['29.2.2028', '2028-02-29'],
    ['29.2.2027', null],
    ['31.4.2027', null],
    ['4. März', null],
    ['', null],
  ])('%s is %s', (typed, expected) => {
    expect(parseDay(typed)).toBe(expected);
  });
});
