import { REACHED_PEOPLE } from '../rights/scope.sql.js';

/** Text for LIKE in which nothing has a meaning of its own. */
export function likePattern(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`);
}

/** Of what begins with a common word, so many are ranked; whoever is found by a rarer one is always among them. */
export const MOST_CANDIDATES = 500;

// Fewer characters of an address are no help, and no index helps with them.
const LEAST_ADDRESS = 3;

export interface Typed {
  readonly words: readonly string[];
  readonly text: string;
}

/** Whether people are looked for by these words at all: an address is looked for as a whole. */
export function hasNames({ words, text }: Typed): boolean {
  return words.length > 0 && !text.includes('@');
}

/** SQL: each word (`:begin0` …) begins a word of the person's name. */
export function isNamed(words: readonly string[]): string {
  return words.map((_, index) => `person.searchText LIKE :begin${index}`).join(' AND ');
}

/** SQL: each word is a whole word of the person's name; two patterns, since the trigram index knows no concatenation. */
export function isNamedWhole(words: readonly string[]): string {
  return words
    .map((_, index) => `(person.searchText LIKE :whole${index} OR person.searchText LIKE :last${index})`)
    .join(' AND ');
}

/**
 * SQL: each word begins a word of the person's name or of an institution in which the person holds an office today, or
 * an address begins so (`:address`), before or after its @. The word of `leading` leads by its indexes, the others are
 * asked for its candidates; null where something else leads. Empty when there is nothing to look for.
 */
export function isBegun(typed: Typed, leading: number | null): string {
  const { words, text } = typed;
  const named = words.map((_, index) => {
    const held = index === leading ? isAmong(holdersAt(index)) : `EXISTS (${holdingAt(index)})`;
    return `(person.searchText LIKE :begin${index} OR ${held})`;
  });
  if (!looksLikeAddress(text)) return named.join(' AND ');
  const like = `(address_folded LIKE :address OR address_folded LIKE '%@' || :address)`;
  // One look into the index for both; OFFSET keeps PostgreSQL from taking it apart.
  const likely = `(SELECT person_id, address_folded FROM person_address
    WHERE address_folded LIKE '%' || :address OFFSET 0) AS likely`;
  const addressed =
    leading === null
      ? `EXISTS (SELECT FROM person_address WHERE person_id = person.id AND ${like})`
      : isAmong(`SELECT person_id FROM ${likely} WHERE ${like} LIMIT ${MOST_CANDIDATES}`);
  return hasNames(typed) ? `(${named.join(' AND ')}) OR ${addressed}` : addressed;
}

/** SQL: the person is one of these, who lead. An array, for a subquery under OR could not use the primary key. */
export function isAmong(people: string): string {
  return `person.id = ANY(ARRAY(${people}))`;
}

/** SQL: the scope reaches the person; leads by the few whom it reaches. */
export const isAmongReached = isAmong(REACHED_PEOPLE);

/** What the SQL above refers to. */
export function namesTyped(words: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    words.flatMap((word, index) => [
      [`begin${index}`, `% ${word}%`],
      [`whole${index}`, `% ${word} %`],
      [`last${index}`, `% ${word}`],
    ]),
  );
}

function holdersAt(index: number): string {
  return `SELECT mandate.person_id ${heldAt(index)} LIMIT ${MOST_CANDIDATES}`;
}

function holdingAt(index: number): string {
  return `SELECT ${heldAt(index)} AND mandate.person_id = person.id`;
}

function heldAt(index: number): string {
  return `FROM institution
         JOIN office ON office.institution_id = institution.id JOIN mandate ON mandate.office_id = office.id
        WHERE institution.search_text LIKE :begin${index} AND ${isToday(':now')}`;
}

/** SQL: the mandate is one of today, where the institution is. */
export function isToday(now: string): string {
  const day = `(CAST(${now} AS timestamptz) AT TIME ZONE institution.zone)::date`;
  return `mandate.valid_from <= ${day} AND (mandate.valid_until IS NULL OR mandate.valid_until >= ${day})`;
}

function looksLikeAddress(text: string): boolean {
  return text.length >= LEAST_ADDRESS && /^\S*[@.]\S*$/.test(text);
}
