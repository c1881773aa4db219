import { endpoints, isPaged } from '#contracts';
import type { Endpoint } from '#contracts';
import { UnitOfWork } from '#database';
import { statementsOf } from '../support/count-queries.js';
import type { Statement } from '../support/count-queries.js';
import { listSeeds } from '../support/list-seeds.js';
import { rowsRead } from '../support/rows-read.js';
import { enterAsOwner, startTestApi } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';
import type { TestBrowser } from '../support/test-browser.js';

const PAGE = 50;
const SIZES = [1, 3, 10_000];
/** An item is made of rows of several tables; a list that no index serves reads ten thousand at least. */
const MOST_ROWS_READ = PAGE * 20;
const PAGES_DOWN = 8;

interface Asked {
  readonly items: number;
  readonly next: string | null;
  readonly statements: readonly Statement[];
}

const lists = Object.values<Endpoint>(endpoints).filter(isPaged);

let api: TestApi;
let browser: TestBrowser;

it('every list with pages of the contract can be filled', () => {
  expect(Object.keys(listSeeds).toSorted()).toEqual(lists.map(({ name }) => name).toSorted());
});

describe('a list', () => {
  // An api for each: dropping its database is quicker than deleting ten thousand rows.
  beforeEach(async () => (api = await startTestApi()));
  afterEach(() => api.close());

  it.each(lists.map(({ name }) => name))(
    '%s takes the same number of queries at 1, 3 and 10,000 rows, and indexes serve them',
    async (name) => {
      const counted: number[] = [];
      let paths: readonly string[] = [];
      let most = MOST_ROWS_READ;
      for (const size of SIZES) {
        const { path, others = 0, narrowed = [], readsAtMost = MOST_ROWS_READ } = await fill(name, size);
        const page = await ask(path, PAGE);
        expect(page.items).toBe(Math.min(PAGE, size + others));
        counted.push(page.statements.length);
        paths = [path, ...narrowed];
        most = readsAtMost;
      }
      expect(counted).toEqual(SIZES.map(() => counted[0]));
      expect(counted[0]).toBeLessThanOrEqual(12);
      for (const path of [...paths, await deepIn(paths[0] ?? '')]) {
        expect({ path, ...(await costOf(await ask(path, PAGE), most)) }).toEqual({ path, tooCostly: [] });
      }
    },
  );
});

async function fill(name: string, items: number) {
  await api.database.clear();
  browser = await enterAsOwner(api);
  const seed = listSeeds[name];
  if (seed === undefined) throw new Error(`${name} has no seed in test/support/list-seeds.ts`);
  const filled = await seed(api.app.get(UnitOfWork).reader, items);
  await api.database.dataSource.query('ANALYZE');
  return filled;
}

async function ask(path: string, limit: number): Promise<Asked> {
  let items = -1;
  let next: string | null = null;
  const statements = await statementsOf(api.database.dataSource, async () => {
    const address = `/api/v1${path}${path.includes('?') ? '&' : '?'}limit=${limit}`;
    const { status, body } = await browser.get<{ items: unknown[]; next: string | null }>(address);
    expect(status).toBe(200);
    items = body.items.length;
    next = body.next;
  });
  return { items, next, statements };
}

/** The path of a page far down the list. */
async function deepIn(path: string): Promise<string> {
  let deep = path;
  for (let page = 0; page < PAGES_DOWN; page += 1) {
    const { next } = await ask(deep, 200);
    if (next === null) throw new Error(`${path} has no page ${page + 2}`);
    deep = `${path}${path.includes('?') ? '&' : '?'}cursor=${next}`;
  }
  return deep;
}

/** The statements that read more rows than that. */
async function costOf(
  { statements }: Asked,
  most: number,
): Promise<{ readonly tooCostly: readonly string[] }> {
  const tooCostly: string[] = [];
  for (const statement of statements) {
    if (!/^\s*(SELECT|WITH)/i.test(statement.query)) continue;
    const rows = await rowsRead(api.database.dataSource, statement);
    if (rows > most) tooCostly.push(`${rows} rows: ${statement.query}`);
  }
  return { tooCostly };
}
