import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Id } from '#kernel';

/** What is looked for in a folded column (`search_text`), whose words each stand after a space. */
export interface WordSearch {
  /** Folded: letters and digits only. */
  readonly words: readonly string[];
  readonly limit: number;
}

interface Searched {
  /** The query's alias, which is the table's name. */
  readonly alias: string;
  readonly thenBy: string;
  readonly descending?: boolean;
}

/**
 * The rows in which every word begins one, those first in which every word is a whole one; if they are fewer than the
 * limit, then those with words that are like (`<table>_like`). `select` makes the query, bounded by its scope.
 */
export async function searchWords<Row extends ObjectLiteral & { readonly id: Id }>(
  select: () => SelectQueryBuilder<Row>,
  searched: Searched,
  { words, limit }: WordSearch,
): Promise<readonly Row[]> {
  if (words.length === 0) return [];
  const exact = await beginning(select(), searched, words).limit(limit).getMany();
  if (exact.length === limit) return exact;
  const known = new Set(exact.map(({ id }) => id));
  const others = await alike(select(), searched, words)
    .limit(2 * limit)
    .getMany();
  return [...exact, ...others.filter(({ id }) => !known.has(id))].slice(0, limit);
}

function beginning<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  { alias, thenBy, descending = false }: Searched,
  words: readonly string[],
): SelectQueryBuilder<Row> {
  words.forEach((word, index) => {
    query.andWhere(`${alias}.searchText LIKE :begin${index}`, { [`begin${index}`]: `% ${word}%` });
    query.setParameter(`whole${index}`, `% ${word} %`);
  });
  const whole = words.map((_, index) => `${alias}.searchText || ' ' LIKE :whole${index}`).join(' AND ');
  return query
    .orderBy(`CASE WHEN ${whole} THEN 0 ELSE 1 END`)
    .addOrderBy(thenBy, descending ? 'DESC' : 'ASC')
    .addOrderBy(`${alias}.id`);
}

function alike<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  { alias }: Searched,
  words: readonly string[],
): SelectQueryBuilder<Row> {
  words.forEach((word, index) => {
    query.andWhere(`${alias}.id IN (SELECT ${alias}_like(:word${index}))`, { [`word${index}`]: word });
  });
  const likeness = words.map((_, index) => `word_similarity(:word${index}, ${alias}.searchText)`).join(' + ');
  return query.orderBy(likeness, 'DESC').addOrderBy(`${alias}.id`);
}
