import { DomainError } from '#kernel';
import { checkRule } from './check-rule.js';
import type { DateRule } from './date-rule.js';

const BERLIN = 'Europe/Berlin';

function rule(rrule: string, startsLocal = '2027-03-04T10:00', except: readonly string[] = []): DateRule {
  return { kind: 'rrule', startsLocal, rrule, except };
}

function picked(...dates: string[]): DateRule {
  return { kind: 'picked', dates };
}

function refusal(of: DateRule, zone = BERLIN): unknown {
  try {
    checkRule(of, zone);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, ...error.params };
    throw error;
  }
}

describe('checkRule', () => {
  it.each([
    'FREQ=DAILY',
    'FREQ=WEEKLY;BYDAY=TU;INTERVAL=2',
    'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=12',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO',
    'FREQ=MONTHLY;BYDAY=1TH;UNTIL=20300101',
    'FREQ=WEEKLY;BYHOUR=10;BYMINUTE=0;BYSECOND=0',
    'FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO',
  ])('takes %s', (rrule) => expect(refusal(rule(rrule))).toBeNull());

  it.each([
    ['FREQ=HOURLY', 'series.rule-too-fine', {}],
    ['FREQ=SECONDLY;COUNT=2', 'series.rule-too-fine', {}],
    ['FREQ=WEEKLY;BYHOUR=9,14', 'series.rule-too-fine', {}],
    ['FREQ=WEEKLY;BYHOUR=9', 'series.rule-too-fine', {}],
    ['FREQ=DAILY;BYHOUR=8,9,10,11', 'series.rule-too-many', { count: 1464, most: 366 }],
    ['FREQ=DAILY;COUNT=3;UNTIL=20280101', 'series.rule-until-and-count', {}],
    ['FREQ=DAILY;UNTIL=20280101T100000Z', 'series.rule-until-utc', {}],
    ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 'series.rule-empty', {}],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'series.rule-empty', {}],
    ['FREQ=DAILY;UNTIL=20200101', 'series.rule-empty', {}],
    ['FREQ=MONTHLY;RSCALE=HEBREW', 'series.rule-part-unknown', { part: 'RSCALE' }],
    ['', 'series.rule-part-unknown', { part: '' }],
    ['FREQ=FORTNIGHTLY', 'series.rule-invalid', { part: 'FREQ' }],
    ['INTERVAL=2', 'series.rule-invalid', { part: 'FREQ' }],
    ['FREQ=DAILY;FREQ=DAILY', 'series.rule-invalid', { part: 'FREQ' }],
    ['FREQ=DAILY;INTERVAL=0', 'series.rule-invalid', { part: 'INTERVAL' }],
    ['FREQ=DAILY;INTERVAL=1.5', 'series.rule-invalid', { part: 'INTERVAL' }],
    ['FREQ=DAILY;COUNT=0', 'series.rule-invalid', { part: 'COUNT' }],
    ['FREQ=DAILY;UNTIL=20270230', 'series.rule-invalid', { part: 'UNTIL' }],
    ['FREQ=WEEKLY;BYDAY=1TU', 'series.rule-invalid', { part: 'BYDAY' }],
    ['FREQ=MONTHLY;BYDAY=6TU', 'series.rule-invalid', { part: 'BYDAY' }],
    ['FREQ=MONTHLY;BYDAY=XX', 'series.rule-invalid', { part: 'BYDAY' }],
    ['FREQ=MONTHLY;BYMONTHDAY=0', 'series.rule-invalid', { part: 'BYMONTHDAY' }],
    ['FREQ=MONTHLY;BYMONTHDAY=32', 'series.rule-invalid', { part: 'BYMONTHDAY' }],
    ['FREQ=WEEKLY;BYMONTHDAY=3', 'series.rule-invalid', { part: 'BYMONTHDAY' }],
    ['FREQ=MONTHLY;BYWEEKNO=3', 'series.rule-invalid', { part: 'BYWEEKNO' }],
    ['FREQ=MONTHLY;BYSETPOS=1', 'series.rule-invalid', { part: 'BYSETPOS' }],
    ['FREQ=WEEKLY;BYDAY=MO;BYSETPOS=-8', 'series.rule-invalid', { part: 'BYSETPOS' }],
    ['FREQ=MONTHLY;BYMONTH=13', 'series.rule-invalid', { part: 'BYMONTH' }],
  ])('refuses %s: %s', (rrule, code, params) => {
    expect(refusal(rule(rrule))).toEqual({ code, ...params, pointer: '/rule/rrule' });
  });

  it('refuses a rule all of whose dates are left out', () => {
    const except = ['2027-03-04T10:00', '2027-03-05T10:00'];
    expect(refusal(rule('FREQ=DAILY;COUNT=2', '2027-03-04T10:00', except))).toMatchObject({
      code: 'series.rule-empty',
    });
    expect(refusal(rule('FREQ=DAILY;COUNT=3', '2027-03-04T10:00', except))).toBeNull();
  });

  it('refuses a zone that nobody knows', () => {
    expect(refusal(rule('FREQ=DAILY'), 'Europe/Leipzig')).toEqual({
      code: 'meeting.unknown-zone',
      zone: 'Europe/Leipzig',
      pointer: '/zone',
    });
  });

  it.each([
    '2027-02-30T10:00',
    '2027-03-04',
    '2027-03-04T10:00Z',
    '4 March',
    '2027-03-04T24:00',
    '9500-01-01T10:00',
    '0001-01-01T10:00',
  ])('refuses to start at %s', (startsLocal) => {
    expect(refusal(rule('FREQ=DAILY', startsLocal))).toEqual({
      code: 'series.rule-date-invalid',
      date: startsLocal,
      pointer: '/rule/startsLocal',
    });
  });

  it.each([
    ['02:00', BERLIN, true],
    ['02:59', BERLIN, true],
    ['01:59', BERLIN, false],
    ['03:00', BERLIN, false],
    ['02:30', 'Asia/Kolkata', false],
    ['02:30', 'America/New_York', true],
    ['01:30', 'America/New_York', true],
    ['01:30', 'Europe/London', true],
    ['02:30', 'Europe/London', false],
    ['00:30', 'Africa/Cairo', true],
    ['00:00', 'Africa/Cairo', false],
    ['02:30', 'UTC', false],
  ])('at %s in %s: lies in a change of the clocks %s', (time, zone, isRefused) => {
    expect(refusal(rule('FREQ=WEEKLY', `2027-01-07T${time}`), zone)).toEqual(
      isRefused ? { code: 'series.rule-in-clock-change', time, zone, pointer: '/rule/startsLocal' } : null,
    );
  });

  it('takes dates picked by hand, and any time but one that a date does not have once', () => {
    expect(refusal(picked('2027-03-04T02:30', '2027-03-05T10:00'))).toBeNull();
    expect(refusal(picked('2027-03-04T10:00', '2027-03-28T02:30'))).toEqual({
      code: 'series.rule-in-clock-change',
      time: '02:30',
      zone: BERLIN,
      pointer: '/rule/dates',
    });
  });

  it('refuses dates picked by hand that are none, unsorted, twice or too many', () => {
    expect(refusal(picked())).toMatchObject({ code: 'series.rule-empty' });
    expect(refusal(picked('2027-03-05T10:00', '2027-03-04T10:00'))).toMatchObject({
      code: 'series.rule-dates-unsorted',
      date: '2027-03-04T10:00',
    });
    expect(refusal(picked('2027-03-05T10:00', '2027-03-05T10:00'))).toMatchObject({
      code: 'series.rule-dates-unsorted',
    });
    const everyHour = Array.from({ length: 400 }, (_, index) => {
      const day = String(1 + Math.floor(index / 24)).padStart(2, '0');
      return `2027-01-${day}T${String(index % 24).padStart(2, '0')}:00`;
    });
    expect(refusal(picked(...everyHour))).toMatchObject({ code: 'series.rule-too-many', count: 400 });
  });
});
