import type { AuthorizedScope } from '#access';
import type { Reader } from '#database';
import type { Id } from '#kernel';
import { getPerson } from '../person/list-people.js';
import type { PersonView } from '../person/person-view.js';
import { MergedPerson } from './merged-person.entity.js';

/** As `getPerson`; an id that was merged away leads to who stands for it now. One query more. */
export async function getPresentPerson(reader: Reader, scope: AuthorizedScope, id: Id): Promise<PersonView> {
  const merged = await reader.manager.findOneBy(MergedPerson, { id });
  return getPerson(reader, scope, merged?.survivorId ?? id);
}
