import { Temporal } from '#kernel';
import { instantOf, isZone, listZones, tzVersion } from './zones.js';

const clock = (text: string) => Temporal.PlainDateTime.from(text);

describe('isZone', () => {
  it.each([
    'Europe/Berlin',
    'Europe/Oslo',
    'Asia/Kolkata',
    'America/Argentina/Buenos_Aires',
    'Etc/UTC',
    'UTC',
  ])('knows %s', (zone) => expect(isZone(zone)).toBe(true));

  it.each([
    '',
    'Europe/Leipzig',
    'europe/berlin',
    '+01:00',
    'UTC+1',
    'W. Europe Standard Time',
    'Europe/Berlin\r\nX-EVIL:1',
    '__proto__',
  ])('refuses %j', (zone) => expect(isZone(zone)).toBe(false));
});

describe('listZones', () => {
  it('offers known zones once each, by their present names', () => {
    const zones = listZones();
    expect(zones.length).toBeGreaterThan(400);
    expect(new Set(zones).size).toBe(zones.length);
    expect(zones.filter((zone) => !isZone(zone))).toEqual([]);
    expect(zones).toEqual(
      expect.arrayContaining(['Europe/Berlin', 'Europe/Oslo', 'Europe/Kyiv', 'Asia/Kolkata', 'Indian/Cocos']),
    );
    expect(zones).not.toContain('Europe/Kiev');
    expect(zones.at(-1)).toBe('UTC');
  });
});

describe('tzVersion', () => {
  it('names the release of the zone data', () => expect(tzVersion()).toMatch(/^20\d\d[a-z]$/));
});

describe('instantOf', () => {
  it.each([
    ['before the gap', 'Europe/Berlin', '2027-03-28T01:59', '2027-03-28T00:59:00Z'],
    ['in the gap, an hour later', 'Europe/Berlin', '2027-03-28T02:30', '2027-03-28T01:30:00Z'],
    ['after the gap', 'Europe/Berlin', '2027-03-28T03:00', '2027-03-28T01:00:00Z'],
    ['before the fold', 'Europe/Berlin', '2027-10-31T01:59', '2027-10-30T23:59:00Z'],
    ['in the fold, the first of the two', 'Europe/Berlin', '2027-10-31T02:30', '2027-10-31T00:30:00Z'],
    ['after the fold', 'Europe/Berlin', '2027-10-31T03:00', '2027-10-31T02:00:00Z'],
    ['in a gap at midnight', 'Africa/Cairo', '2027-04-30T00:00', '2027-04-29T22:00:00Z'],
    ['in a gap of half an hour', 'Australia/Lord_Howe', '2027-10-03T02:15', '2027-10-02T15:45:00Z'],
    ['in a zone without summer time', 'Asia/Kolkata', '2027-03-28T02:30', '2027-03-27T21:00:00Z'],
    ['in UTC', 'UTC', '2027-03-28T02:30', '2027-03-28T02:30:00Z'],
  ])('finds the instant %s', (_, zone, wallClock, instant) => {
    expect(instantOf(clock(wallClock), zone).toString()).toBe(instant);
  });

  it('refuses an unknown zone by its code', () => {
    expect(() => instantOf(clock('2027-03-28T02:30'), 'Europe/Leipzig')).toThrow(
      expect.objectContaining({ code: 'meeting.unknown-zone', params: { zone: 'Europe/Leipzig' } }),
    );
  });
});
