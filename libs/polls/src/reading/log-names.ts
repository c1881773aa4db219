import type { Reader } from '#database';
import type { Id, LocalizedText } from '#kernel';

/** What these polls are called; those that are gone are missing. One query, none for no ids. */
export async function findPollTitles(
  reader: Reader,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, LocalizedText>> {
  if (ids.length === 0) return new Map();
  const rows: { id: Id; title: LocalizedText }[] = await reader.manager.query(
    'SELECT id, title FROM poll WHERE id = ANY($1)',
    [ids],
  );
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** When these options of polls begin by the wall clock (`2027-03-04T10:00`). One query, none for no ids. */
export async function findOptionStarts(reader: Reader, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  if (ids.length === 0) return new Map();
  const rows: { id: Id; starts: string }[] = await reader.manager.query(
    `SELECT id, to_char(starts_local, 'YYYY-MM-DD"T"HH24:MI') AS starts FROM poll_option WHERE id = ANY($1)`,
    [ids],
  );
  return new Map(rows.map(({ id, starts }) => [id, starts]));
}
