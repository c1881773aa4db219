import { checkRule } from './check-rule.js';
import { readPastedRule } from './pasted-rule.js';

const BERLIN = 'Europe/Berlin';
const STARTS = '2027-03-04T10:00';

function ruleOf(text: string, zone?: string) {
  return readPastedRule(text, STARTS, zone);
}

function recurring(rrule: string, startsLocal = STARTS, except: readonly string[] = []) {
  return { ok: true, rule: { kind: 'rrule', startsLocal, rrule, except } };
}

describe('readPastedRule', () => {
  it.each([
    ['a bare rule', 'FREQ=WEEKLY;BYDAY=TH'],
    ['with its name', 'RRULE:FREQ=WEEKLY;BYDAY=TH'],
    ['in lower case, with spaces', '  rrule:freq=weekly; byday=th \n'],
    ['folded', 'RRULE:FREQ=WEEKLY;BY\r\n DAY=TH\r\n'],
    [
      'among the lines of an event',
      'BEGIN:VEVENT\r\nSUMMARY:Jour fixe\r\nRRULE:FREQ=WEEKLY;BYDAY=TH\r\nEND:VEVENT\r\n',
    ],
  ])('reads a rule %s', (_, text) => {
    expect(ruleOf(text)).toEqual(recurring('FREQ=WEEKLY;BYDAY=TH'));
  });

  it.each([
    ['a wall clock in the zone', 'DTSTART;TZID=Europe/Berlin:20270401T140000', '2027-04-01T14:00'],
    ['a quoted zone', 'DTSTART;TZID="Europe/Berlin":20270401T140000', '2027-04-01T14:00'],
    ['a floating wall clock', 'DTSTART:20270401T140000', '2027-04-01T14:00'],
    ['a day, at the time given', 'DTSTART;VALUE=DATE:20270401', '2027-04-01T10:00'],
    ['a moment in UTC', 'DTSTART:20270401T120000Z', '2027-04-01T14:00'],
    ['a zone whose clocks agree', 'DTSTART;TZID=Europe/Vienna:20270401T140000', '2027-04-01T14:00'],
    ["a name of Microsoft's", 'DTSTART;TZID=W. Europe Standard Time:20270401T140000', '2027-04-01T14:00'],
  ])('begins at %s', (_, start, startsLocal) => {
    expect(ruleOf(`${start}\nRRULE:FREQ=WEEKLY`, BERLIN)).toEqual(recurring('FREQ=WEEKLY', startsLocal));
  });

  it('leaves out what EXDATE names', () => {
    const text = [
      'DTSTART;TZID=Europe/Berlin:20270304T100000',
      'EXDATE;TZID=Europe/Berlin:20270401T100000,20270318T100000',
      'EXDATE:20270408T080000Z',
      'EXDATE;VALUE=DATE:20270415',
      'RRULE:FREQ=WEEKLY',
    ].join('\r\n');
    const except = ['2027-03-18T10:00', '2027-04-01T10:00', '2027-04-08T10:00', '2027-04-15T10:00'];
    expect(ruleOf(text, BERLIN)).toEqual(recurring('FREQ=WEEKLY', STARTS, except));
  });

  it('puts an end in UTC on the wall, by the summer time of that day', () => {
    expect(ruleOf('FREQ=WEEKLY;UNTIL=20271028T080000Z', BERLIN)).toEqual(
      recurring('FREQ=WEEKLY;UNTIL=20271028T100000'),
    );
    expect(ruleOf('FREQ=WEEKLY;UNTIL=20271104T090000Z;BYDAY=TH', BERLIN)).toEqual(
      recurring('FREQ=WEEKLY;UNTIL=20271104T100000;BYDAY=TH'),
    );
    expect(
      ruleOf('DTSTART;TZID=Europe/Berlin:20270304T100000\nRRULE:FREQ=WEEKLY;UNTIL=20271104T090000Z'),
    ).toEqual(recurring('FREQ=WEEKLY;UNTIL=20271104T100000'));
  });

  it('makes dates by hand of RDATE, with or without a rule that ends', () => {
    const dates = ['2027-03-04T10:00', '2027-03-11T10:00', '2027-05-06T11:00'];
    const picked = { ok: true, rule: { kind: 'picked', dates } };
    expect(ruleOf('RDATE:20270506T110000,20270311T100000,20270304T100000')).toEqual(picked);
    expect(ruleOf('DTSTART:20270304T100000\nRDATE:20270506T110000,20270311T100000')).toEqual(picked);
    expect(
      ruleOf(
        'DTSTART:20270304T100000\nRRULE:FREQ=WEEKLY;COUNT=3\nEXDATE:20270318T100000\nRDATE:20270506T110000',
      ),
    ).toEqual(picked);
  });

  it.each([
    ['', 'series.rule-not-one'],
    ['SUMMARY:Jour fixe', 'series.rule-not-one'],
    ['RRULE:FREQ=DAILY\nRRULE:FREQ=WEEKLY', 'series.rule-not-one'],
    ['DTSTART:20270304T100000\nDTSTART:20270305T100000\nRRULE:FREQ=WEEKLY', 'series.rule-not-one'],
    ['every first Thursday', 'series.rule-part-unknown'],
    ['<html>', 'series.rule-part-unknown'],
    ['FREQ=HOURLY', 'series.rule-too-fine'],
    ['FREQ=WEEKLY;COUNT=2;UNTIL=20280101', 'series.rule-until-and-count'],
    ['DTSTART:20271304T100000\nRRULE:FREQ=WEEKLY', 'series.rule-date-invalid'],
    ['RRULE:FREQ=WEEKLY\nEXDATE:soon', 'series.rule-date-invalid'],
    ['DTSTART;TZID=America/New_York:20270304T100000\nRRULE:FREQ=WEEKLY', 'series.rule-other-zone'],
    ['RRULE:FREQ=WEEKLY\nRDATE:20270506T110000', 'series.rule-further-dates'],
    ['x'.repeat(30_000), 'series.rule-not-one'],
  ])('says why not: %j', (text, code) => {
    expect(ruleOf(text, BERLIN)).toMatchObject({ ok: false, code });
  });

  it('says that UTC needs a zone', () => {
    expect(ruleOf('FREQ=WEEKLY;UNTIL=20271028T080000Z')).toMatchObject({
      ok: false,
      code: 'series.rule-until-utc',
    });
  });

  it('gives rules that a series can keep', () => {
    const read = ruleOf('RRULE:FREQ=MONTHLY;BYDAY=1TH;UNTIL=20291231T090000Z', BERLIN);
    if (!read.ok) throw new Error(read.code);
    expect(() => checkRule(read.rule, BERLIN)).not.toThrow();
  });
});
