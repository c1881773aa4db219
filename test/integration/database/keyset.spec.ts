import { idPart, selectPage, toPage } from '#database';
import type { Keyset } from '#database';
import type { Person } from '#directory';
import { Temporal } from '#kernel';
import { aPerson } from '../../factories/directory.factory.js';
import { useDatabase } from '../../support/use-database.js';

const database = useDatabase();
const newestFirst: Keyset<Person> = {
  list: 'newest people',
  direction: 'desc',
  parts: [
    { path: 'person.changedAt', kind: 'instant', of: (row) => row.changedAt },
    { path: 'person.version', kind: 'integer', of: (row) => row.version },
    idPart('person.id'),
  ],
};

describe('a list by keyset', () => {
  it('turns pages downwards over instants that differ by a microsecond, and over equal ones', async () => {
    const moments = ['09:00:00.000001', '09:00:00.000002', '09:00:00.000002', '09:00:00.000003'];
    const made: Person[] = [];
    for (const [index, moment] of moments.entries()) {
      const changedAt = Temporal.Instant.from(`2026-03-02T${moment}Z`);
      made.push(await aPerson(database.reader, { changedAt, version: index === 1 ? 2 : 1 }));
    }
    const [oldest, second, third, newest] = made.map(({ id }) => id);
    expect(await pagesOf(1)).toEqual([[newest], [second], [third], [oldest]]);
    expect(await pagesOf(3)).toEqual([[newest, second, third], [oldest]]);
    expect(await pagesOf(4)).toEqual([[newest, second, third, oldest]]);
  });

  it('neither repeats nor loses a row when others come and go between the pages', async () => {
    const rows: Person[] = [];
    for (const minute of [1, 2, 3, 4]) rows.push(await aPerson(database.reader, { changedAt: at(minute) }));
    const first = await page(2);
    await aPerson(database.reader, { changedAt: at(9) });
    await database.rows('DELETE FROM person_address');
    await database.rows('DELETE FROM person WHERE id = $1', [first.items.at(1)?.id]);
    const rest = await page(2, first.next ?? undefined);
    expect(rest.items.map(({ id }) => id)).toEqual([rows[1]?.id, rows[0]?.id]);
  });

  it('is empty with no next page where there are no rows', async () => {
    expect(await page(5)).toEqual({ items: [], next: null });
  });
});

function at(minute: number): Temporal.Instant {
  return Temporal.Instant.from('2026-03-02T09:00:00Z').add({ minutes: minute });
}

async function page(limit: number, cursor?: string) {
  const request = { limit, cursor };
  const query = database.reader.manager.createQueryBuilder<Person>('Person', 'person');
  return toPage(await selectPage(query, newestFirst, request).getMany(), newestFirst, request);
}

async function pagesOf(limit: number): Promise<string[][]> {
  const pages: string[][] = [];
  let cursor: string | undefined;
  do {
    const { items, next } = await page(limit, cursor);
    pages.push(items.map(({ id }) => id));
    cursor = next ?? undefined;
  } while (cursor !== undefined);
  return pages;
}
