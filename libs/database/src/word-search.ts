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
 * The rows in which every word begins one, those first in which every word is a whole one; if there are none, then
 * those that are like it (`<table>_like`). `select` makes the query, bounded by its scope.
 */
export async function searchWords<Row extends ObjectLiteral & { readonly id: Id }>(
  select: () => SelectQueryBuilder<Row>,
  searched: Searched,
  { words, limit }: WordSearch,
): Promise<readonly Row[]> {
  if (words.length === 0) return [];
  const exact = await beginning(select(), searched, words).limit(limit).getMany();
  return exact.length > 0 ? exact : alike(select(), searched, words).limit(limit).getMany();
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
  return query
    .andWhere(`${alias}.id = ANY(ARRAY(SELECT ${alias}_like(:phrase)))`, { phrase: words.join(' ') })
    .orderBy(`word_similarity(:phrase, ${alias}.searchText)`, 'DESC')
    .addOrderBy(`${alias}.id`);
}
