import { Temporal } from '#kernel';
import { isToldByVtimezone, vtimezoneOf } from './vtimezone.js';

const told = (instant: string, zone: string) => isToldByVtimezone(Temporal.Instant.from(instant), zone);

describe('vtimezoneOf', () => {
  it('gives an alias its own name', () => {
    expect(vtimezoneOf('Europe/Oslo')).toMatch(/^BEGIN:VTIMEZONE\r\nTZID:Europe\/Oslo\r\n/);
    expect(vtimezoneOf('Europe/Oslo')).not.toContain('Europe/Berlin');
  });

  it('is in RRULE form, since Outlook ignores RDATE', () => {
    expect(vtimezoneOf('Europe/Berlin')).toContain('RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU');
    expect(vtimezoneOf('Europe/Berlin')).not.toContain('RDATE');
  });

  it('has none for UTC, which needs none, and for what is no zone', () => {
    expect(vtimezoneOf('UTC')).toBeNull();
    expect(vtimezoneOf('Europe/Leipzig')).toBeNull();
  });
});

describe('isToldByVtimezone', () => {
  it.each([
    ['the last second of winter', '2027-03-28T00:59:59Z', 'Europe/Berlin'],
    ['the first second of summer', '2027-03-28T01:00:00Z', 'Europe/Berlin'],
    ['the last hour of summer that comes once', '2027-10-30T23:59:59Z', 'Europe/Berlin'],
    ['the first hour of winter that comes once', '2027-10-31T02:00:00Z', 'Europe/Berlin'],
    ['new year in the north', '2027-01-01T00:00:00Z', 'America/New_York'],
    ['new year in the south', '2027-01-01T00:00:00Z', 'Australia/Sydney'],
    ['July in the south', '2027-07-01T00:00:00Z', 'Australia/Sydney'],
    ['half an hour of summer time', '2027-10-03T00:00:00Z', 'Australia/Lord_Howe'],
    ['a zone without summer time', '2027-07-01T00:00:00Z', 'Asia/Kolkata'],
  ])('is true for %s', (_, instant, zone) => expect(told(instant, zone)).toBe(true));

  it.each([
    ['a law of before', '2024-01-15T12:00:00Z', 'Asia/Almaty'],
    ['a rule that no yearly BYDAY can say', '2035-03-29T12:00:00Z', 'Asia/Jerusalem'],
    ['the hour that comes twice', '2027-10-31T00:30:00Z', 'Europe/Berlin'],
    ['the hour that comes twice, again', '2027-10-31T01:30:00Z', 'Europe/Berlin'],
    ['UTC', '2027-01-01T00:00:00Z', 'UTC'],
  ])('is false for %s', (_, instant, zone) => expect(told(instant, zone)).toBe(false));
});
