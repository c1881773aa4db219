import { DomainError, Temporal } from '#kernel';
import { tzlib_get_ical_block, tzlib_get_timezones } from 'timezones-ical-library';

const knownNames: ReadonlySet<string> = new Set(tzlib_get_timezones());
const knownHere = new Map<string, boolean>();

/**
 * Whether the text names a zone of the IANA database that this machine's zone data knows. Stricter than `Intl`, which
 * also takes offsets (`+01:00`) and any case; neither may become a TZID.
 */
export function isZone(id: string): boolean {
  if (!knownNames.has(id)) return false;
  const known = knownHere.get(id) ?? isKnownHere(id);
  knownHere.set(id, known);
  return known;
}

/** The IANA zones to choose from, sorted, each place once and by its present name; UTC comes last. */
export function listZones(): readonly string[] {
  const names = new Set(Intl.supportedValuesOf('timeZone'));
  const present = [...names].map((name) => presentName(name, names)).filter(isZone);
  return [...new Set(present)].toSorted().concat('UTC');
}

/** The version of the IANA data that instants are derived with, for example `2026c`. */
export function tzVersion(): string {
  return process.versions.tz ?? 'unknown';
}

/**
 * The instant of a wall clock in a zone. In the gap of spring the clock is moved forward by the gap, in the fold of
 * autumn the first of the two is meant: Temporal's `compatible`, and what RFC 5545, section 3.3.5, asks of readers.
 * Throws `meeting.unknown-zone`.
 */
export function instantOf(wallClock: Temporal.PlainDateTime, zone: string): Temporal.Instant {
  if (!isZone(zone)) throw new DomainError('meeting.unknown-zone', { zone });
  return wallClock.toZonedDateTime(zone, { disambiguation: 'compatible' }).toInstant();
}

/** The VTIMEZONE block of the library with the name that it uses for the zone; undefined when it has none. */
export function libraryBlock(zone: string): { block: string; name: string } | undefined {
  if (!knownNames.has(zone)) return undefined;
  const [block, parameter] = tzlib_get_ical_block(zone);
  if (block === undefined || parameter === undefined) return undefined;
  return { block, name: parameter.slice('TZID='.length) };
}

function isKnownHere(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

// Node lists some zones by names given up long ago (Europe/Kiev). An alias of a name it does not list, in the same
// part of the world, is such a case; an alias of a listed name (Europe/Oslo of Europe/Berlin) is a place of its own.
function presentName(name: string, listed: ReadonlySet<string>): string {
  const main = libraryBlock(name)?.name;
  if (main === undefined || listed.has(main)) return name;
  return areaOf(main) === areaOf(name) ? main : name;
}

function areaOf(zone: string): string {
  return zone.slice(0, zone.indexOf('/'));
}
