import type { AuthorizedScope } from '#access';
import type { Reader } from '#database';
import type { Id, Temporal } from '#kernel';
import { findHeldOffices } from '../office/held-offices.js';
import type { NamedOffice } from '../office/held-offices.js';
import { foldAddress } from '../person/address.rules.js';
import { findAddresses } from '../person/person-view.js';
import type { PersonName } from '../person/person-name.js';
import { Person } from '../person/person.entity.js';
import { reachesAtMost, wherePersonReached } from '../rights/scope.sql.js';
import {
  hasNames,
  isAmong,
  isAmongReached,
  isBegun,
  isNamed,
  isNamedWhole,
  likePattern,
  MOST_CANDIDATES,
  namesTyped,
} from './person-candidates.sql.js';

/** Up to here it is quicker to look at everybody who is reached than at everybody of that name. */
const FEW = 2000;
/** Shares of what was typed: those above the first are the best of those above the second, and far fewer. */
const [VERY_ALIKE, ALIKE] = [0.7, 0.5] as const;

export interface PersonSearch {
  /** As it was typed; part of an address, perhaps. */
  readonly text: string;
  /** The same as folded words. */
  readonly words: readonly string[];
  readonly limit: number;
  readonly now: Temporal.Instant;
}

/** Somebody who was found, with what tells people of one name apart. */
export interface PersonHit extends PersonName {
  readonly id: Id;
  readonly position: string | null;
  readonly offices: readonly NamedOffice[];
  /** Those that were looked for. */
  readonly addresses: readonly string[];
}

const FOUND = ['id', 'academicTitle', 'givenName', 'familyName', 'position'] as const;
type Found = Pick<Person, (typeof FOUND)[number]>;

/**
 * People whom the scope reaches, by name, address and the institutions of their mandates of today: first those of whose
 * words each begins with one looked for, whole words before beginnings; only if there are none, those that are
 * like it. Whoever reaches few people has these searched; otherwise the candidates that an index gives are bounded
 * before they are ranked. Eight queries at most.
 */
export async function searchPeople(
  reader: Reader,
  scope: AuthorizedScope,
  search: PersonSearch,
): Promise<readonly PersonHit[]> {
  const few = await reachesAtMost(reader, scope, FEW);
  const found = few ? await findAmongFew(reader, scope, search) : await findAmongMany(reader, scope, search);
  return describe(reader, found, search);
}

async function findAmongFew(
  reader: Reader,
  scope: AuthorizedScope,
  search: PersonSearch,
): Promise<readonly Found[]> {
  const begun = isBegun(search, null);
  if (begun === '') return [];
  const exact = ranked(reader, search).where(isAmongReached).andWhere(`(${begun})`);
  const found = await wherePersonReached(exact, scope, 'person.id').getMany();
  if (found.length > 0 || !hasNames(search)) return found;
  const alike = selectAlike(reader, search)
    .where(isAmongReached)
    .andWhere(`word_similarity(:phrase, person.searchText) >= ${ALIKE}`);
  return wherePersonReached(alike, scope, 'person.id').getMany();
}

async function findAmongMany(
  reader: Reader,
  scope: AuthorizedScope,
  search: PersonSearch,
): Promise<readonly Found[]> {
  const named = hasNames(search) ? await findNamed(reader, scope, search) : [];
  if (named.length >= search.limit) return named;
  const begun = await findBegun(reader, scope, search);
  if (begun.length > 0 || !hasNames(search)) return begun;
  const likely = await findAlike(reader, scope, search, VERY_ALIKE);
  return likely.length >= search.limit ? likely : findAlike(reader, scope, search, ALIKE);
}

/**
 * By their names alone: these come before whoever is found by an institution. Of a beginning that thousands have, some
 * are ranked, and after those who have it as a whole word.
 */
async function findNamed(
  reader: Reader,
  scope: AuthorizedScope,
  search: PersonSearch,
): Promise<readonly Found[]> {
  const { words, limit } = search;
  const { first, count } = await rankCandidates(reader, scope, search, isNamed(words));
  if (count < MOST_CANDIDATES) return first;
  const whole = await rankCandidates(reader, scope, search, isNamedWhole(words));
  const known = new Set(whole.first.map(({ id }) => id));
  return [...whole.first, ...first.filter(({ id }) => !known.has(id))].slice(0, limit);
}

/** The first of those who fulfil the condition, and how many were ranked. */
async function rankCandidates(
  reader: Reader,
  scope: AuthorizedScope,
  search: PersonSearch,
  condition: string,
): Promise<{ readonly first: readonly Found[]; readonly count: number }> {
  const candidates = reader.manager
    .createQueryBuilder(Person, 'person')
    .select(FOUND.map((column) => `person.${column} AS "${column}"`))
    .addSelect(rankOf(search), 'rank')
    .where(condition, parametersOf(search))
    .limit(MOST_CANDIDATES);
  const [sql, parameters] = wherePersonReached(candidates, scope, 'person.id').getQueryAndParameters();
  const rows: (Found & { readonly count: number })[] = await reader.manager.query(
    `SELECT *, (count(*) OVER ())::int AS count FROM (${sql}) AS candidate
      ORDER BY rank, "familyName", "givenName", id LIMIT ${search.limit}`,
    parameters,
  );
  return { first: rows.map(({ count: _count, ...found }) => found), count: rows[0]?.count ?? 0 };
}

async function findBegun(
  reader: Reader,
  scope: AuthorizedScope,
  search: PersonSearch,
): Promise<readonly Found[]> {
  const condition = isBegun(search, await findRarest(reader, search));
  if (condition === '') return [];
  const query = ranked(reader, search).where(`(${condition})`);
  return wherePersonReached(query, scope, 'person.id').getMany();
}

/** The word that fewest people and institutions have; counts only as far as it matters. */
async function findRarest(reader: Reader, { words }: PersonSearch): Promise<number> {
  if (words.length < 2) return 0;
  const [rarest]: { index: number }[] = await reader.manager.query(
    `SELECT word.place::int - 1 AS index FROM unnest($1::text[]) WITH ORDINALITY AS word (pattern, place)
      ORDER BY (SELECT count(*) FROM (SELECT FROM institution WHERE search_text LIKE word.pattern LIMIT $2) AS found)
        + (SELECT count(*) FROM (SELECT FROM person WHERE search_text LIKE word.pattern LIMIT $2) AS found)
      LIMIT 1`,
    [words.map((word) => `% ${word}%`), MOST_CANDIDATES],
  );
  return rarest?.index ?? 0;
}

async function findAlike(
  reader: Reader,
  scope: AuthorizedScope,
  search: PersonSearch,
  least: number,
): Promise<readonly Found[]> {
  const query = selectAlike(reader, search)
    .where(isAmong('SELECT person_like(:phrase, :least, :most)'))
    .setParameters({ least, most: MOST_CANDIDATES });
  return wherePersonReached(query, scope, 'person.id').getMany();
}

/** The best first. */
function ranked(reader: Reader, search: PersonSearch) {
  return selectFound(reader, search.limit)
    .orderBy(rankOf(search))
    .addOrderBy('person.familyName')
    .addOrderBy('person.givenName')
    .addOrderBy('person.id')
    .setParameters(parametersOf(search));
}

/** SQL: by whole words, by beginnings, then whoever is found otherwise. */
function rankOf({ words }: PersonSearch): string {
  if (words.length === 0) return '0';
  const [whole, begun] = [isNamedWhole(words), isNamed(words)];
  return `CASE WHEN ${whole} THEN 0 WHEN ${begun} THEN 1 ELSE 2 END`;
}

function parametersOf({ words, text, now }: PersonSearch) {
  return { ...namesTyped(words), now, address: `${likePattern(foldAddress(text))}%` };
}

function selectAlike(reader: Reader, { words, limit }: PersonSearch) {
  return selectFound(reader, limit)
    .orderBy('word_similarity(:phrase, person.searchText)', 'DESC')
    .addOrderBy('person.id')
    .setParameter('phrase', words.join(' '));
}

function selectFound(reader: Reader, limit: number) {
  return reader.manager
    .createQueryBuilder(Person, 'person')
    .select(FOUND.map((column) => `person.${column}`))
    .limit(limit);
}

async function describe(
  reader: Reader,
  found: readonly Found[],
  { text, now }: PersonSearch,
): Promise<readonly PersonHit[]> {
  if (found.length === 0) return [];
  const ids = found.map(({ id }) => id);
  const [offices, addresses] = await Promise.all([
    findHeldOffices(reader, ids, now),
    findAddresses(reader, ids),
  ]);
  const folded = foldAddress(text);
  return found.map((person) => ({
    ...person,
    offices: offices.get(person.id) ?? [],
    addresses: (addresses.get(person.id) ?? [])
      .map(({ address }) => address)
      .filter((address) => foldAddress(address).includes(folded)),
  }));
}
