import { Temporal } from '#kernel';

/** Zones that change their clocks do so every year; what they do in the next three is what they do. */
const YEARS_LOOKED_AT = 3;

/**
 * Whether the time of day is one that the zone leaves out in spring or gives twice in autumn, at any change of the
 * clocks in the three years from that day on. Midnight is let through: whole days begin there in every zone.
 */
export function isClockChangeTime(wallClock: Temporal.PlainDateTime, zone: string): boolean {
  const time = wallClock.toPlainTime();
  if (time.equals(new Temporal.PlainTime())) return false;
  const end = wallClock.add({ years: YEARS_LOOKED_AT }).toZonedDateTime(zone);
  let change = wallClock.toZonedDateTime(zone).getTimeZoneTransition('next');
  while (change !== null && Temporal.ZonedDateTime.compare(change, end) < 0) {
    if (isClockChange(change.toPlainDate().toPlainDateTime(time), zone)) return true;
    change = change.getTimeZoneTransition('next');
  }
  return false;
}

/** Whether the zone's clocks show this wall clock never or twice. Midnight is let through. */
export function clockChangeAt(wallClock: Temporal.PlainDateTime, zone: string): boolean {
  return !wallClock.toPlainTime().equals(new Temporal.PlainTime()) && isClockChange(wallClock, zone);
}

function isClockChange(wallClock: Temporal.PlainDateTime, zone: string): boolean {
  const [earlier, later] = [
    wallClock.toZonedDateTime(zone, { disambiguation: 'earlier' }),
    wallClock.toZonedDateTime(zone, { disambiguation: 'later' }),
  ];
  return Temporal.ZonedDateTime.compare(earlier, later) !== 0;
}
