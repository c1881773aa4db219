import { changeWords } from './change-words.js';

describe('changeWords', () => {
  it('says a time in the language', () => {
    const words = changeWords('time', '2027-03-04T10:00/2027-03-04T13:00 Europe/Berlin', 'de');
    expect(words.replaceAll('\u00a0', ' ')).toBe('Donnerstag, 4. März 2027, 10:00–13:00 Uhr MEZ');
  });

  it('says whole days without a clock', () => {
    const words = changeWords('time', '2027-03-27T00:00/2027-03-29T00:00 Europe/Berlin', 'en');
    expect(words.replaceAll('\u00a0', ' ')).toBe('27–28 March 2027, all day');
  });

  it('leaves everything else as it stands', () => {
    expect([changeWords('place', 'Jena', 'de'), changeWords('place', null, 'de')]).toEqual(['Jena', '–']);
  });
});
