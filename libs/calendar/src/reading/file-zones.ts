import ICAL from 'ical.js';
import { Temporal } from '#kernel';
import { instantOf, isZone } from '../zones.js';
import { WINDOWS_ZONES } from './windows-zones.js';

/** The instant of a wall clock, in the zone that a file means. */
export type ZoneClock = (wallClock: Temporal.PlainDateTime) => Temporal.Instant;

/** What an ordinary clock change looks like. ical.js searches for ever for a day that never comes (30 February). */
const ORDINARY =
  /^FREQ=YEARLY(?:;(?:INTERVAL=1|BYMONTH=\d{1,2}|BYDAY=[+-]?[1-5][A-Z]{2}|WKST=[A-Z]{2}|UNTIL=\w+))*$/;

/**
 * The zones of a file, by TZID: an IANA name, the end of one (`/freeassociation.sourceforge.net/Europe/Berlin`), what
 * Windows calls it, or what the file's own VTIMEZONE says. Anything else is the zone that is given.
 */
export function zonesOf(calendar: ICAL.Component, zone: string): (tzid: string | null) => ZoneClock {
  const blocks = new Map(
    calendar
      .getAllSubcomponents('vtimezone')
      .map((block) => [String(block.getFirstPropertyValue('tzid')), block]),
  );
  const known = new Map<string, ZoneClock>();
  return (tzid) => {
    if (tzid === null) return inZone(zone);
    const clock = known.get(tzid) ?? clockOf(tzid, blocks.get(tzid)) ?? inZone(zone);
    known.set(tzid, clock);
    return clock;
  };
}

function inZone(zone: string): ZoneClock {
  return (wallClock) => instantOf(wallClock, zone);
}

function clockOf(tzid: string, block: ICAL.Component | undefined): ZoneClock | undefined {
  const name = [tzid, WINDOWS_ZONES[tzid] ?? '', tzid.split('/').slice(-2).join('/')].find(isZone);
  if (name !== undefined) return inZone(name);
  return block !== undefined && isOrdinary(block) ? clockOfBlock(block) : undefined;
}

function isOrdinary(block: ICAL.Component): boolean {
  const changes = block.getAllSubcomponents().flatMap((change) => change.getAllProperties('rrule'));
  return changes.every((rule) => ORDINARY.test(String(rule.getFirstValue())));
}

function clockOfBlock(block: ICAL.Component): ZoneClock {
  const zone = new ICAL.Timezone(block);
  return ({ year, month, day, hour, minute, second }) => {
    const time = new ICAL.Time({ year, month, day, hour, minute, second, isDate: false }, zone);
    return Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1000);
  };
}
