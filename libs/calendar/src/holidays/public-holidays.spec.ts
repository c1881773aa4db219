import { Temporal } from '#kernel';
import { nextWorkingDay, publicHolidays } from './public-holidays.js';

const day = (text: string) => Temporal.PlainDate.from(text);

function inYear(year: number, ...lands: string[]) {
  return publicHolidays(lands, day(`${year}-01-01`), day(`${year + 1}-01-01`));
}

describe('publicHolidays', () => {
  it("gives Saxony's in 2027, in both languages", () => {
    expect(inYear(2027, 'SN').map(({ on, name }) => [on.toString(), name.de, name.en])).toEqual([
      ['2027-01-01', 'Neujahr', "New Year's Day"],
      ['2027-03-26', 'Karfreitag', 'Good Friday'],
      ['2027-03-29', 'Ostermontag', 'Easter Monday'],
      ['2027-05-01', 'Maifeiertag', 'Labour Day'],
      ['2027-05-06', 'Christi Himmelfahrt', 'Ascension Day'],
      ['2027-05-17', 'Pfingstmontag', 'Whit Monday'],
      ['2027-10-03', 'Tag der Deutschen Einheit', 'German Unity Day'],
      ['2027-10-31', 'Reformationstag', 'Reformation Day'],
      ['2027-11-17', 'Buß- und Bettag', 'Day of Prayer and Repentance'],
      ['2027-12-25', '1. Weihnachtstag', 'Christmas Day'],
      ['2027-12-26', '2. Weihnachtstag', 'Second Day of Christmas'],
    ]);
  });

  it.each([
    ['10-31', 'Reformationstag', ['BB', 'HB', 'HH', 'MV', 'NI', 'SH', 'SN', 'ST', 'TH']],
    ['11-17', 'Buß- und Bettag', ['SN']],
    ['11-01', 'Allerheiligen', ['BW', 'BY', 'NW', 'RP', 'SL']],
    ['03-08', 'Internationaler Frauentag', ['BE', 'MV']],
    ['09-20', 'Weltkindertag', ['TH']],
    ['01-06', 'Heilige Drei Könige', ['BW', 'BY', 'ST']],
    ['05-27', 'Fronleichnam', ['BW', 'BY', 'HE', 'NW', 'RP', 'SL']],
  ])('on %s: %s, where it is one', (on, name, lands) => {
    const all = 'BB BE BW BY HB HE HH MV NI NW RP SH SL SN ST TH'.split(' ');
    const found = inYear(2027, ...all).filter((holiday) => holiday.on.toString() === `2027-${on}`);
    expect(found.map((holiday) => [holiday.name.de, holiday.lands])).toEqual([[name, lands]]);
  });

  it('takes from as inclusive and until as exclusive, over the turn of the year', () => {
    const found = publicHolidays(['SN', 'SN'], day('2027-12-26'), day('2029-01-01'));
    expect([found[0]?.on.toString(), found.at(-1)?.on.toString()]).toEqual(['2027-12-26', '2028-12-26']);
    expect(found[0]?.lands).toEqual(['SN']);
  });

  it('gives nothing for no Land, and refuses one that is none', () => {
    expect(inYear(2027)).toEqual([]);
    expect(() => inYear(2027, 'XX')).toThrow(
      expect.objectContaining({ code: 'series.land-unknown', params: { land: 'XX' } }),
    );
  });
});

describe('nextWorkingDay', () => {
  it.each([
    ['2027-11-17', ['SN'], '2027-11-18'],
    ['2027-11-17', ['ST', 'TH'], '2027-11-17'],
    ['2027-03-26', ['NW'], '2027-03-30'],
    ['2027-12-25', ['NW'], '2027-12-27'],
    ['2027-03-06', [], '2027-03-08'],
    ['2027-10-30', ['SN'], '2027-11-01'],
    ['2027-10-30', ['SN', 'NW'], '2027-11-02'],
    ['2027-12-31', ['NW'], '2027-12-31'],
    ['2028-01-01', ['NW'], '2028-01-03'],
  ])('from %s in %j is %s', (from, lands, next) => {
    expect(nextWorkingDay(day(from), lands).toString()).toBe(next);
  });
});
