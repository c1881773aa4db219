/** Text for LIKE in which nothing has a meaning of its own. */
export function likePattern(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`);
}

const HELD_TODAY = `mandate.valid_from <= (CAST(:now AS timestamptz) AT TIME ZONE institution.zone)::date
  AND (mandate.valid_until IS NULL
       OR mandate.valid_until >= (CAST(:now AS timestamptz) AT TIME ZONE institution.zone)::date)`;

// From two characters of an address on: fewer are no help, and no index helps with them.
const LEAST_ADDRESS = 3;

/**
 * SQL: the ids of people of whom each word (`:begin0` …) begins a word of the name or of an institution in which they
 * hold an office today, and of those with an address that begins so (`:address`), before or after its @. Empty when
 * there is nothing to look for.
 */
export function beginningOf({ words, text }: { words: readonly string[]; text: string }): string {
  const named = words.map(
    (_, index) => `(SELECT id FROM person WHERE search_text LIKE :begin${index}
       UNION SELECT mandate.person_id FROM institution
         JOIN office ON office.institution_id = institution.id JOIN mandate ON mandate.office_id = office.id
        WHERE institution.search_text LIKE :begin${index} AND ${HELD_TODAY})`,
  );
  const addressed = `SELECT person_id FROM person_address
    WHERE address_folded LIKE :address OR address_folded LIKE '%@' || :address`;
  const isAddress = text.length >= LEAST_ADDRESS && !/\s/.test(text);
  if (text.includes('@')) return addressed;
  return [named.join(' INTERSECT '), ...(isAddress ? [addressed] : [])]
    .filter((one) => one !== '')
    .join(' UNION ');
}

/** SQL: the ids of people in whose names a word is like each of those (`:word0` …). */
export function alikeOf(words: readonly string[]): string {
  return words.map((_, index) => `SELECT person_like(:word${index})`).join(' INTERSECT ');
}
