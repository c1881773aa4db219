import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Id } from '#kernel';
import type { SqlPart } from './sql-part.js';
import type { Reader } from './unit-of-work.js';

/** What is looked for in a folded column (`search_text`), whose words each stand after a space. */
export interface WordSearch {
  /** Folded: letters and digits only. */
  readonly words: readonly string[];
  readonly limit: number;
}

interface Searched<Row extends ObjectLiteral> {
  /** The query, bounded by its scope. */
  readonly select: () => SelectQueryBuilder<Row>;
  /** The query's alias, which is the table's name. */
  readonly alias: string;
  readonly thenBy: string;
  readonly descending?: boolean;
  /** Selects the ids of all that the scope reaches, perhaps of more; null where it reaches everything. */
  readonly reach: SqlPart | null;
}

/** Shares of what was typed: those above the first are the best of those above the second, and far fewer. */
const [VERY_ALIKE, ALIKE] = [0.7, 0.5] as const;
/** Of what is like a common word, so many are ranked; what is like a rarer one is always among them. */
const MOST_CANDIDATES = 500;

/**
 * The rows in which every word begins one, those first in which every word is a whole one; if there are none, then
 * those that are like it. Whoever reaches few rows has these compared, others those that `<table>_like` finds. Four
 * queries at most.
 */
export async function searchWords<Row extends ObjectLiteral & { readonly id: Id }>(
  reader: Reader,
  searched: Searched<Row>,
  { words, limit }: WordSearch,
): Promise<readonly Row[]> {
  if (words.length === 0) return [];
  const exact = await beginning(searched, words).limit(limit).getMany();
  if (exact.length > 0) return exact;
  const { alias, reach } = searched;
  const phrase = words.join(' ');
  if (reach !== null && (await reachesFew(reader, reach))) {
    const near = `${alias}.id = ANY(ARRAY(${reach.sql})) AND word_similarity(:phrase, ${alias}.searchText) >= ${ALIKE}`;
    const query = alike(searched, phrase).andWhere(near, { ...reach.parameters });
    return query.limit(limit).getMany();
  }
  const likely = await amongLike(searched, phrase, VERY_ALIKE).limit(limit).getMany();
  return likely.length < limit ? amongLike(searched, phrase, ALIKE).limit(limit).getMany() : likely;
}

function beginning<Row extends ObjectLiteral>(
  { select, alias, thenBy, descending = false }: Searched<Row>,
  words: readonly string[],
): SelectQueryBuilder<Row> {
  const query = select();
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

async function reachesFew({ manager }: Reader, { sql, parameters }: SqlPart): Promise<boolean> {
  const row = await manager
    .createQueryBuilder()
    .select('count(*)', 'count')
    .from(`(${sql} LIMIT ${MOST_CANDIDATES + 1})`, 'reached')
    .setParameters({ ...parameters })
    .getRawOne<{ count: string }>();
  return Number(row?.count) <= MOST_CANDIDATES;
}

function amongLike<Row extends ObjectLiteral>(
  searched: Searched<Row>,
  phrase: string,
  least: number,
): SelectQueryBuilder<Row> {
  const { alias } = searched;
  return alike(searched, phrase).andWhere(
    `${alias}.id = ANY(ARRAY(SELECT ${alias}_like(:phrase, :least, :most)))`,
    {
      least,
      most: MOST_CANDIDATES,
    },
  );
}

/** The best first. */
function alike<Row extends ObjectLiteral>(
  { select, alias }: Searched<Row>,
  phrase: string,
): SelectQueryBuilder<Row> {
  return select()
    .setParameter('phrase', phrase)
    .orderBy(`word_similarity(:phrase, ${alias}.searchText)`, 'DESC')
    .addOrderBy(`${alias}.id`);
}
