import { scopeOf } from '#access';
import type { Actor } from '#access';
import { idPart, selectPage, toPage } from '#database';
import type { Keyset, Page, PageRequest, Reader, Tx } from '#database';
import { whereInstitutionReached } from '#directory';
import { DomainError } from '#kernel';
import type { Id } from '#kernel';
import { ImportedCalendar } from './imported-calendar.entity.js';

const byName: Keyset<ImportedCalendar> = {
  list: 'imported-calendars',
  parts: [{ path: 'calendar.sortName', kind: 'text', of: ({ sortName }) => sortName }, idPart('calendar.id')],
};

/** The calendars that the actor may change, by name. One query. */
export async function listImportedCalendars(
  reader: Reader,
  actor: Actor,
  request: PageRequest,
): Promise<Page<ImportedCalendar>> {
  return toPage(await selectPage(reached(reader, actor), byName, request).getMany(), byName, request);
}

/** One calendar. Throws `imported-calendar.not-found`, also for one that the actor may not change. */
export async function getImportedCalendar(reader: Reader, actor: Actor, id: Id): Promise<ImportedCalendar> {
  const calendar = await reached(reader, actor).andWhere('calendar.id = :id', { id }).getOne();
  if (calendar === null) throw new DomainError('imported-calendar.not-found');
  return calendar;
}

/** The row, FOR NO KEY UPDATE; null if it is gone. */
export function lockCalendar({ manager }: Tx, id: Id): Promise<ImportedCalendar | null> {
  return manager.findOne(ImportedCalendar, { where: { id }, lock: { mode: 'for_no_key_update' } });
}

function reached(reader: Reader, actor: Actor) {
  const query = reader.manager.createQueryBuilder(ImportedCalendar, 'calendar').where('true');
  return whereInstitutionReached(query, scopeOf(actor, 'institution.change'), 'calendar.institutionId');
}
