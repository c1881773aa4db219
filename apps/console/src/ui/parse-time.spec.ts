import { parseTime } from './parse-time.js';

describe('parseTime', () => {
  it.each([
    ['10', '10:00'],
    ['9.30', '09:30'],
    ['930', '09:30'],
    ['1530', '15:30'],
    ['10:00 Uhr', '10:00'],
    ['18 h', '18:00'],
    ['00:00', '00:00'],
    ['24:00', null],
    ['10:60', null],
    ['morgens', null],
    ['', null],
  ])('%s is %s', (typed, expected) => {
    expect(parseTime(typed)).toBe(expected);
  });
});
