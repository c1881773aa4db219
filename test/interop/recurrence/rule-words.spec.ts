import { describeRule } from '#calendar';
import { ruleWords } from '#i18n';

function words(rrule: string, { startsLocal = '2027-03-04T10:00', except = [] as readonly string[] } = {}) {
  const described = describeRule({ kind: 'rrule', startsLocal, rrule, except });
  // Words are compared, not which of their spaces may break.
  return [ruleWords(described, 'de'), ruleWords(described, 'en')].map((text) =>
    text.replaceAll('\u00a0', ' '),
  );
}

const table: readonly (readonly [rrule: string, de: string, en: string])[] = [
  ['FREQ=DAILY', 'täglich', 'every day'],
  ['FREQ=DAILY;INTERVAL=3', 'alle drei Tage', 'every three days'],
  ['FREQ=DAILY;BYMONTH=8', 'täglich im August', 'every day in August'],
  [
    'FREQ=DAILY;INTERVAL=2;BYDAY=MO,TU',
    'alle zwei Tage am Montag und Dienstag',
    'every two days on Monday and Tuesday',
  ],
  ['FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR', 'jeden Tag von Montag bis Freitag', 'every day from Monday to Friday'],
  ['FREQ=WEEKLY', 'jeden Donnerstag', 'every Thursday'],
  ['FREQ=WEEKLY;BYDAY=WE,MO', 'jeden Montag und Mittwoch', 'every Monday and Wednesday'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', 'alle zwei Wochen am Dienstag', 'every two weeks on Tuesday'],
  ['FREQ=WEEKLY;INTERVAL=13', 'alle 13 Wochen am Donnerstag', 'every 13 weeks on Thursday'],
  [
    'FREQ=WEEKLY;BYDAY=TU;BYMONTH=9,10',
    'jeden Dienstag im September und Oktober',
    'every Tuesday in September and October',
  ],
  [
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;BYMONTH=9',
    'alle zwei Wochen am Dienstag, nur im September',
    'every two weeks on Tuesday, only in September',
  ],
  ['FREQ=MONTHLY', 'am 4. jedes Monats', 'on the 4th of every month'],
  ['FREQ=MONTHLY;BYMONTHDAY=1,15', 'am 1. und 15. jedes Monats', 'on the 1st and 15th of every month'],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', 'am letzten Tag jedes Monats', 'on the last day of every month'],
  [
    'FREQ=MONTHLY;BYMONTHDAY=-1,15',
    'am 15. und letzten Tag jedes Monats',
    'on the 15th and last day of every month',
  ],
  [
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=-1',
    'am letzten Tag jedes Monats',
    'on the last day of every month',
  ],
  ['FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=22', 'alle zwei Monate am 22.', 'every two months on the 22nd'],
  [
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    'am letzten Arbeitstag jedes Monats',
    'on the last working day of every month',
  ],
  [
    'FREQ=MONTHLY;INTERVAL=3;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1',
    'alle drei Monate am ersten Arbeitstag',
    'every three months on the first working day',
  ],
  ['FREQ=MONTHLY;BYDAY=1TH', 'jeden ersten Donnerstag im Monat', 'every first Thursday of the month'],
  [
    'FREQ=MONTHLY;BYDAY=TH;BYSETPOS=1',
    'jeden ersten Donnerstag im Monat',
    'every first Thursday of the month',
  ],
  [
    'FREQ=MONTHLY;BYDAY=3MO,1MO',
    'jeden ersten und dritten Montag im Monat',
    'every first and third Monday of the month',
  ],
  [
    'FREQ=MONTHLY;BYDAY=1MO,3TH',
    'jeden ersten Montag und dritten Donnerstag im Monat',
    'every first Monday and third Thursday of the month',
  ],
  ['FREQ=MONTHLY;BYDAY=-1FR', 'jeden letzten Freitag im Monat', 'every last Friday of the month'],
  [
    'FREQ=MONTHLY;BYDAY=-2FR',
    'jeden vorletzten Freitag im Monat',
    'every second to last Friday of the month',
  ],
  [
    'FREQ=MONTHLY;INTERVAL=2;BYDAY=2WE',
    'alle zwei Monate am zweiten Mittwoch',
    'every two months on the second Wednesday',
  ],
  [
    'FREQ=MONTHLY;BYDAY=1TH;BYMONTH=3,6,9,12',
    'jeden ersten Donnerstag im März, Juni, September und Dezember',
    'every first Thursday in March, June, September and December',
  ],
  [
    'FREQ=YEARLY;BYDAY=1TH;BYMONTH=3,6,9,12',
    'jeden ersten Donnerstag im März, Juni, September und Dezember',
    'every first Thursday in March, June, September and December',
  ],
  ['FREQ=YEARLY', 'jedes Jahr am 4. März', 'every year on 4 March'],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', 'jedes Jahr am 29. Februar', 'every year on 29 February'],
  ['FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31', 'jedes Jahr am 31. Dezember', 'every year on 31 December'],
  [
    'FREQ=YEARLY;INTERVAL=2;BYMONTH=11;BYDAY=2TH',
    'alle zwei Jahre am zweiten Donnerstag im November',
    'every two years on the second Thursday in November',
  ],
  [
    'FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=4',
    'am 4. im März und September',
    'on the 4th in March and September',
  ],
  ['FREQ=YEARLY;BYMONTHDAY=15', 'am 15. jedes Monats', 'on the 15th of every month'],
  [
    'FREQ=YEARLY;INTERVAL=2;BYMONTHDAY=15',
    'alle zwei Jahre am 15. jedes Monats',
    'every two years on the 15th of every month',
  ],
  ['FREQ=YEARLY;BYDAY=20MO', 'jeden 20. Montag im Jahr', 'every 20th Monday of the year'],
  [
    'FREQ=YEARLY;INTERVAL=2;BYDAY=-1MO',
    'alle zwei Jahre am letzten Montag des Jahres',
    'every two years on the last Monday of the year',
  ],
  ['FREQ=YEARLY;BYDAY=TU', 'jeden Dienstag', 'every Tuesday'],
  [
    'FREQ=YEARLY;BYWEEKNO=20,-1;BYDAY=MO',
    'jedes Jahr (Kalenderwochen: 20 und 1. von hinten; Wochentage: Montag)',
    'every year (calendar weeks: 20 and 1st from the end; weekdays: Monday)',
  ],
  ['FREQ=YEARLY;BYYEARDAY=100', 'jedes Jahr (Tage des Jahres: 100)', 'every year (days of the year: 100)'],
  [
    'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
    'jeden Monat (Monatstage: 13; Wochentage: Freitag)',
    'every month (days of the month: 13; weekdays: Friday)',
  ],
  [
    'FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1',
    'jede Woche (Wochentage: Montag und Dienstag; davon jeweils den ersten)',
    'every week (weekdays: Monday and Tuesday; of these the first)',
  ],
  ['FREQ=WEEKLY;COUNT=1', 'jeden Donnerstag, einmal', 'every Thursday, once'],
  ['FREQ=WEEKLY;COUNT=10', 'jeden Donnerstag, zehnmal', 'every Thursday, ten times'],
  ['FREQ=WEEKLY;COUNT=20', 'jeden Donnerstag, 20-mal', 'every Thursday, 20 times'],
  [
    'FREQ=WEEKLY;UNTIL=20280312',
    'jeden Donnerstag, bis 12. März 2028',
    'every Thursday, until 12 March 2028',
  ],
  [
    'FREQ=WEEKLY;UNTIL=20280312T100000',
    'jeden Donnerstag, bis 12. März 2028',
    'every Thursday, until 12 March 2028',
  ],
  [
    'FREQ=WEEKLY;UNTIL=20280312T095959',
    'jeden Donnerstag, bis 11. März 2028',
    'every Thursday, until 11 March 2028',
  ],
];

describe('rules in words', () => {
  it.each(table)('%s', (rrule, de, en) => expect(words(rrule)).toEqual([de, en]));

  it('say how many days are left out', () => {
    expect(words('FREQ=WEEKLY;COUNT=10', { except: ['2027-03-11T10:00'] })).toEqual([
      'jeden Donnerstag, zehnmal, außer an einem Tag',
      'every Thursday, ten times, except on one day',
    ]);
    expect(words('FREQ=WEEKLY', { except: ['2027-03-11T10:00', '2027-03-18T10:00'] })).toEqual([
      'jeden Donnerstag, außer an 2 Tagen',
      'every Thursday, except on 2 days',
    ]);
  });

  it.each([
    [['2027-03-04T10:00'], 'ein einzelner Termin am 4. März 2027', 'a single date on 4 March 2027'],
    [
      ['2027-03-04T10:00', '2027-06-03T10:00', '2027-09-02T10:00'],
      '3 einzelne Termine vom 4. März 2027 bis 2. September 2027',
      '3 single dates from 4 March 2027 to 2 September 2027',
    ],
  ])('say what was picked by hand: %j', (dates, de, en) => {
    const described = describeRule({ kind: 'picked', dates });
    const [inGerman, inEnglish] = [ruleWords(described, 'de'), ruleWords(described, 'en')];
    expect([inGerman, inEnglish].map((text) => text.replaceAll('\u00a0', ' '))).toEqual([de, en]);
  });
});
