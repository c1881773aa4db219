import type { AuthorizedScope } from '#access';
import { idPart, selectPage, toPage } from '#database';
import type { Keyset, Page, PageRequest, Reader } from '#database';
import type { DuplicateReason } from '#contracts';
import type { Id } from '#kernel';
import { findPersonViews } from '../person/find-people.js';
import type { PersonView } from '../person/person-view.js';
import { Person } from '../person/person.entity.js';
import { wherePersonReached } from '../rights/scope.sql.js';
import { Duplicate } from './duplicate.entity.js';

/** Two people who may be one. */
export interface DuplicateView {
  readonly id: Id;
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
  readonly people: readonly [PersonView, PersonView];
}

const bySureness: Keyset<Duplicate> = {
  list: 'duplicates',
  direction: 'desc',
  parts: [{ path: 'duplicate.score', kind: 'integer', of: ({ score }) => score }, idPart('duplicate.id')],
};

/** A page of the suggestions whose people the scope reaches both, the surest first. Three queries. */
export async function listDuplicates(
  reader: Reader,
  scope: AuthorizedScope,
  request: PageRequest,
): Promise<Page<DuplicateView>> {
  const query = reader.manager
    .createQueryBuilder(Duplicate, 'duplicate')
    .innerJoin(Person, 'one', 'one.id = duplicate.firstId')
    .innerJoin(Person, 'other', 'other.id = duplicate.secondId')
    .where(`duplicate.state = 'open'`);
  wherePersonReached(query, scope, 'one.id');
  wherePersonReached(query, scope, 'other.id');
  const page = toPage(await selectPage(query, bySureness, request).getMany(), bySureness, request);
  const ids = page.items.flatMap(({ firstId, secondId }) => [firstId, secondId]);
  const people = new Map((await findPersonViews(reader, ids)).map((person) => [person.id, person]));
  const items = page.items.flatMap(({ id, score, reasons, firstId, secondId }): DuplicateView[] => {
    const [one, other] = [people.get(firstId), people.get(secondId)];
    return one === undefined || other === undefined ? [] : [{ id, score, reasons, people: [one, other] }];
  });
  return { items, next: page.next };
}
