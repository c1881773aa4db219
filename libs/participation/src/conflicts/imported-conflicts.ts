import { instantOf } from '#calendar';
import type { Land } from '#contracts';
import type { Reader } from '#database';
import type { ConcernedInstitution } from '#directory';
import type { Id, LocalizedText } from '#kernel';
import type { Conflict, ConflictDate } from './conflict.js';
import { daysOf, nameOf } from './day-conflicts.js';

interface Row {
  readonly date: string;
  readonly summary: string;
  readonly calendar: LocalizedText;
  readonly institutionId: Id | null;
  readonly laender: readonly Land[];
}

/** What imported calendars that concern somebody have on the days of each date. One query, however many dates. */
export async function importedConflicts(
  reader: Reader,
  dates: readonly ConflictDate[],
  concerned: readonly ConcernedInstitution[],
): Promise<readonly (readonly Conflict[])[]> {
  if (concerned.length === 0 || dates.length === 0) return dates.map(() => []);
  const days = dates.map((date) => ({ days: daysOf(date), zone: date.zone }));
  const at = (index: 0 | 1) =>
    days.map(({ days: bounds, zone }) => instantOf(bounds[index].toPlainDateTime(), zone).toString());
  const on = (index: 0 | 1) => days.map(({ days: bounds }) => bounds[index].toString());
  const rows: readonly Row[] = await reader.manager.query(SQL, [
    on(0),
    on(1),
    at(0),
    at(1),
    concerned.map(({ id }) => id),
    concerned.flatMap(({ laender }) => laender),
  ]);
  const found = dates.map((): Conflict[] => []);
  for (const { date, summary, calendar, institutionId, laender } of rows) {
    const affected = affectedBy(concerned, institutionId, laender);
    found[Number(date) - 1]?.push({ kind: 'imported', summary, calendar, affected: affected.map(nameOf) });
  }
  return found;
}

/** By Land; without one whoever keeps the calendar, which for a network is everybody asked about with it. */
function affectedBy(
  concerned: readonly ConcernedInstitution[],
  institutionId: Id | null,
  laender: readonly Land[],
): readonly ConcernedInstitution[] {
  if (laender.length > 0)
    return concerned.filter((one) => one.laender.some((land) => laender.includes(land)));
  return institutionId === null ? concerned : concerned.filter(({ id }) => id === institutionId);
}

const SQL = `
  SELECT DISTINCT asked.date, entry.summary, calendar.name AS calendar, calendar.sort_name,
         calendar.institution_id AS "institutionId", calendar.laender
    FROM unnest($1::date[], $2::date[], $3::timestamptz[], $4::timestamptz[])
           WITH ORDINALITY AS asked (first_on, until_on, starts, ends, date)
    JOIN imported_entry AS entry
      ON (entry.last_on >= asked.first_on AND entry.first_on < asked.until_on)
      OR (entry.ends_at >= asked.starts AND entry.starts_at < asked.ends)
    JOIN imported_calendar AS calendar ON calendar.id = entry.calendar_id
   WHERE CASE WHEN calendar.laender <> '{}'
              THEN calendar.laender && $6::text[]
                   AND (calendar.institution_id IS NULL OR calendar.institution_id = ANY($5::uuid[]))
              ELSE calendar.institution_id IS NULL OR calendar.institution_id = ANY($5::uuid[]) END
   ORDER BY asked.date, calendar.sort_name, entry.summary`;
