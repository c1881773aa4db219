import type { Reader } from '#database';
import type { Id, LocalizedText, Temporal } from '#kernel';
import { isToday } from '../search/person-candidates.sql.js';

/** An office as it tells people of one name apart. */
export interface NamedOffice {
  readonly name: LocalizedText;
  readonly institution: LocalizedText;
}

/** The offices that each of the people holds at that moment, by institution. One query. */
export async function findHeldOffices(
  reader: Reader,
  personIds: readonly Id[],
  now: Temporal.Instant,
): Promise<ReadonlyMap<Id, readonly NamedOffice[]>> {
  if (personIds.length === 0) return new Map();
  const rows: (NamedOffice & { readonly personId: Id })[] = await reader.manager.query(
    `SELECT mandate.person_id AS "personId", office.name, institution.name AS institution
       FROM mandate JOIN office ON office.id = mandate.office_id
       JOIN institution ON institution.id = office.institution_id
      WHERE mandate.person_id = ANY($1) AND ${isToday('$2')}
      ORDER BY institution.sort_name, office.id`,
    [personIds, now],
  );
  const held = new Map<Id, NamedOffice[]>();
  for (const { personId, name, institution } of rows) {
    held.set(personId, [...(held.get(personId) ?? []), { name, institution }]);
  }
  return held;
}
