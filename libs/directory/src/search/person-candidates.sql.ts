/** Text for LIKE in which nothing has a meaning of its own. */
export function likePattern(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`);
}

// Fewer characters of an address are no help, and no index helps with them.
const LEAST_ADDRESS = 3;

/**
 * SQL: each word (`:begin0` …) begins a word of the person's name or of an institution in which the person holds an
 * office today, or an address begins so (`:address`), before or after its @. Addresses are looked at when what was typed
 * looks like a part of one. One level with arrays, so that the trigram index leads and the scope is asked for its hits
 * only. Empty when there is nothing to look for.
 */
export function isBegun({ words, text }: { words: readonly string[]; text: string }): string {
  const named = words.map(
    (_, index) => `(person.searchText LIKE :begin${index} OR person.id = ANY(ARRAY(
       SELECT mandate.person_id FROM institution
         JOIN office ON office.institution_id = institution.id JOIN mandate ON mandate.office_id = office.id
        WHERE institution.search_text LIKE :begin${index}
          AND mandate.valid_from <= (CAST(:now AS timestamptz) AT TIME ZONE institution.zone)::date
          AND (mandate.valid_until IS NULL
               OR mandate.valid_until >= (CAST(:now AS timestamptz) AT TIME ZONE institution.zone)::date))))`,
  );
  const addressed = `person.id = ANY(ARRAY(SELECT person_id FROM person_address
    WHERE address_folded LIKE :address OR address_folded LIKE '%@' || :address))`;
  if (!looksLikeAddress(text)) return named.join(' AND ');
  return text.includes('@') || words.length === 0 ? addressed : `(${named.join(' AND ')}) OR ${addressed}`;
}

function looksLikeAddress(text: string): boolean {
  return text.length >= LEAST_ADDRESS && /^\S*[@.]\S*$/.test(text);
}
