import type { Reader } from '#database';
import type { Id, LocalizedText } from '#kernel';

/** What these series are called; those that are gone are missing. One query, none for no ids. */
export async function findSeriesNames(
  reader: Reader,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, LocalizedText>> {
  if (ids.length === 0) return new Map();
  const rows: { id: Id; name: LocalizedText }[] = await reader.manager.query(
    'SELECT id, name FROM series WHERE id = ANY($1)',
    [ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** When these dates of series begin by the wall clock (`2027-03-04T10:00`). One query, none for no ids. */
export async function findDateStarts(reader: Reader, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  if (ids.length === 0) return new Map();
  const rows: { id: Id; starts: string }[] = await reader.manager.query(
    `SELECT date.id, to_char(COALESCE(meeting.starts_local, date.original_local), 'YYYY-MM-DD"T"HH24:MI') AS starts
       FROM series_date AS date LEFT JOIN meeting ON meeting.id = date.meeting_id WHERE date.id = ANY($1)`,
    [ids],
  );
  return new Map(rows.map(({ id, starts }) => [id, starts]));
}
