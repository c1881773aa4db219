import { Temporal } from '#kernel';

/** When a rule ends by a date: the last wall clock allowed, or a moment in UTC that has yet to be put on the wall. */
export interface RuleUntil {
  readonly at: Temporal.PlainDateTime;
  readonly isUtc: boolean;
}

const UNTIL = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/;

/** Reads `20280312`, the whole day, `20280312T100000` or `20280312T090000Z`; undefined for any other text. */
export function readUntil(text: string): RuleUntil | undefined {
  const [, year, month, day, hour = '23', minute = '59', second = '59', utc = ''] = UNTIL.exec(text) ?? [];
  if (year === undefined) return undefined;
  try {
    const at = Temporal.PlainDateTime.from(`${year}-${month}-${day}T${hour}:${minute}:${second}`, {
      overflow: 'reject',
    });
    return { at, isUtc: utc === 'Z' };
  } catch {
    return undefined;
  }
}

/** `20280312T100000`, as a rule writes a wall clock. */
export function writeUntil(at: Temporal.PlainDateTime): string {
  return at.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '');
}

/** The wall clock in the zone of what is written as a wall clock of UTC. */
export function onTheWall(utc: Temporal.PlainDateTime, zone: string): Temporal.PlainDateTime {
  return utc.toZonedDateTime('UTC').withTimeZone(zone).toPlainDateTime();
}
