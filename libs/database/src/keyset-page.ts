import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { decodeCursor, encodeCursor } from './keyset-cursor.js';
import type { KeyKind, KeyPart, Keyset } from './keyset.js';

/** What was asked for: at most `limit` rows after the cursor, or from the beginning. */
export interface PageRequest {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** `next` is the cursor of the following page; null on the last one. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

const SQL_TYPES: Readonly<Record<KeyKind, string>> = {
  text: 'text',
  id: 'uuid',
  integer: 'bigint',
  instant: 'timestamptz',
  day: 'date',
};

/**
 * Orders and bounds a query that gives one row per item (no to-many join), asking for one row more than the page
 * holds; hand the rows to `toPage`. A cursor that is broken or of another list: `request.broken-cursor`.
 */
export function selectPage<Entity extends ObjectLiteral, Row>(
  query: SelectQueryBuilder<Entity>,
  keyset: Keyset<Row>,
  request: PageRequest,
): SelectQueryBuilder<Entity> {
  const descending = keyset.direction === 'desc';
  for (const { path } of keyset.parts) query.addOrderBy(path, descending ? 'DESC' : 'ASC');
  query.limit(request.limit + 1);
  if (request.cursor === undefined) return query;
  const values = decodeCursor(request.cursor, keyset);
  query.setParameters(Object.fromEntries(values.map((value, index) => [`keyset${index}`, value])));
  const leading = keyset.parts.slice(0, countLeading(keyset.parts));
  if (leading.length < keyset.parts.length) query.andWhere(compare(leading, descending ? '<=' : '>='));
  return query.andWhere(compare(keyset.parts, descending ? '<' : '>'));
}

function tableOf({ path }: Pick<KeyPart<never>, 'path'>): string | undefined {
  return path.split('.')[0];
}

/** How many parts come first from one table: only these can be looked up in an index, and only by themselves. */
function countLeading(parts: readonly Pick<KeyPart<never>, 'path'>[]): number {
  const other = parts.findIndex((part) => tableOf(part) !== tableOf(parts[0] ?? part));
  return other === -1 ? parts.length : other;
}

function compare(parts: readonly Pick<KeyPart<never>, 'path' | 'kind'>[], operator: string): string {
  const left = parts.map(({ path }) => path).join(', ');
  const right = parts.map(({ kind }, index) => `CAST(:keyset${index} AS ${SQL_TYPES[kind]})`).join(', ');
  return `(${left}) ${operator} (${right})`;
}

/** The page made of the rows that `selectPage` found. */
export function toPage<Row>(rows: readonly Row[], keyset: Keyset<Row>, request: PageRequest): Page<Row> {
  const items = rows.slice(0, request.limit);
  const last = items.at(-1);
  const more = rows.length > request.limit && last !== undefined;
  return { items, next: more ? encodeCursor(last, keyset) : null };
}

/** The same page with its items made into something else. */
export function mapPage<From, To>(page: Page<From>, make: (item: From) => To): Page<To> {
  return { items: page.items.map((item) => make(item)), next: page.next };
}
