import { createRequire } from 'node:module';
import type Holidays from 'date-holidays';
import type { LocalizedText } from '#kernel';
import { DomainError, Temporal } from '#kernel';

/** A public holiday, with every Land asked about in which it is one. */
export interface PublicHoliday {
  readonly on: Temporal.PlainDate;
  readonly name: Required<LocalizedText>;
  readonly lands: readonly string[];
}

interface LandHoliday {
  readonly on: string;
  readonly de: string;
  readonly en: string;
}

/** The Länder, as ISO 3166-2 abbreviates them after `DE-`. */
const LANDS = new Set('BB BE BW BY HB HE HH MV NI NW RP SH SL SN ST TH'.split(' '));

/** Where the library's English is another country's. */
const ENGLISH: Readonly<Record<string, string>> = {
  'Tag der Deutschen Einheit': 'German Unity Day',
  '2. Weihnachtstag': 'Second Day of Christmas',
};

type Engine = typeof Holidays;
let engine: Engine | undefined;
const known = new Map<string, readonly LandHoliday[]>();

/**
 * The public holidays of the Länder (`SN`) from a day, inclusive, until another, exclusive, by day. Holidays that
 * only some places of a Land keep (Bavaria's 15 August) are left out. Kept in memory by Land and year once asked for.
 * Throws `series.land-unknown`.
 */
export function publicHolidays(
  lands: readonly string[],
  from: Temporal.PlainDate,
  until: Temporal.PlainDate,
): readonly PublicHoliday[] {
  const found = new Map<string, { names: LandHoliday; lands: string[] }>();
  for (const land of new Set(lands))
    for (let year = from.year; year <= until.year; year += 1)
      for (const holiday of holidaysOf(land, year)) {
        const key = `${holiday.on} ${holiday.de}`;
        const same = found.get(key);
        if (same === undefined) found.set(key, { names: holiday, lands: [land] });
        else same.lands.push(land);
      }
  return [...found]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { names, lands: where }]) => ({
      on: Temporal.PlainDate.from(names.on),
      name: { de: names.de, en: names.en },
      lands: where.toSorted(),
    }))
    .filter(
      ({ on }) => Temporal.PlainDate.compare(on, from) >= 0 && Temporal.PlainDate.compare(on, until) < 0,
    );
}

/** The day itself, or the first after it that is neither Saturday nor Sunday nor a holiday in any of the Länder. */
export function nextWorkingDay(day: Temporal.PlainDate, lands: readonly string[]): Temporal.PlainDate {
  let next = day;
  while (next.dayOfWeek > 5 || isHoliday(next, lands)) next = next.add({ days: 1 });
  return next;
}

function isHoliday(day: Temporal.PlainDate, lands: readonly string[]): boolean {
  const on = day.toString();
  return lands.some((land) => holidaysOf(land, day.year).some((holiday) => holiday.on === on));
}

function holidaysOf(land: string, year: number): readonly LandHoliday[] {
  if (!LANDS.has(land)) throw new DomainError('series.land-unknown', { land: land.slice(0, 40) });
  const key = `${land} ${year}`;
  const found = known.get(key) ?? askEngine(land, year);
  known.set(key, found);
  return found;
}

function askEngine(land: string, year: number): readonly LandHoliday[] {
  // Loaded when first asked for: it takes a fifth of a second, and most processes never need it.
  engine ??= createRequire(import.meta.url)('date-holidays') as Engine;
  const german = new engine('DE', land, { types: ['public'], languages: ['de'] });
  const english = german.getHolidays(year, 'en');
  return german.getHolidays(year, 'de').map(({ date, name }, index) => ({
    on: date.slice(0, 10),
    de: name,
    en: ENGLISH[name] ?? english[index]?.name ?? name,
  }));
}
