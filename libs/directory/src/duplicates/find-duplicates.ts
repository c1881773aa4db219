import type { DuplicateReason } from '#contracts';
import { insertRows } from '#database';
import type { Reader, Tx } from '#database';
import { newId } from '#kernel';
import type { Id, Temporal } from '#kernel';
import { duplicateScore, isSuggestion } from './duplicate-score.rules.js';
import { Duplicate } from './duplicate.entity.js';

interface Hint {
  readonly firstId: Id;
  readonly secondId: Id;
  readonly reasons: readonly DuplicateReason[];
}

/**
 * Looks again for whom these people may be the same as, and keeps the suggestions that hold, in the caller's
 * transaction; whoever is known to be somebody else stays so. May run twice. Three statements.
 */
export async function refreshDuplicates(
  tx: Tx,
  personIds: readonly Id[],
  now: Temporal.Instant,
): Promise<void> {
  const found = (await findHints(tx, personIds)).filter(({ reasons }) => isSuggestion(reasons));
  await tx.manager.query(
    `DELETE FROM duplicate
      WHERE state = 'open' AND (first_id = ANY($1) OR second_id = ANY($1))`,
    [personIds],
  );
  const rows = found.map(({ reasons, ...pair }): Duplicate => ({
    ...pair,
    id: newId(),
    reasons: [...reasons],
    score: duplicateScore(reasons),
    state: 'open',
    foundAt: now,
    dismissedAt: null,
  }));
  await insertRows(tx, Duplicate, rows, { orIgnore: true });
}

/**
 * Every other person with the same folded name, with a name that is alike in the same institution (of a mandate or
 * their home), or with the same address, unless it is one that is shared.
 */
async function findHints(reader: Reader, personIds: readonly Id[]): Promise<readonly Hint[]> {
  return reader.manager.query(
    `WITH asked AS (SELECT id, search_text, home_institution_id FROM person WHERE id = ANY($1)),
     colleague AS (
       SELECT asked.id AS one, theirs.person_id AS other
         FROM asked JOIN mandate AS own ON own.person_id = asked.id
         JOIN office AS seat ON seat.id = own.office_id
         JOIN office ON office.institution_id = seat.institution_id
         JOIN mandate AS theirs ON theirs.office_id = office.id
       UNION
       SELECT asked.id, person.id FROM asked
         JOIN person ON person.home_institution_id = asked.home_institution_id),
     hint AS (
       SELECT asked.id AS one, person.id AS other, 'same-name' AS reason
         FROM asked JOIN person ON person.search_text = asked.search_text
       UNION
       SELECT own.person_id, theirs.person_id, 'same-address'
         FROM person_address AS own JOIN person_address AS theirs ON theirs.address_folded = own.address_folded
        WHERE own.person_id = ANY($1) AND NOT own.shared AND NOT theirs.shared
       UNION
       SELECT one, other, 'same-institution' FROM colleague),
     named AS (
       SELECT hint.*, similarity(asked.search_text, person.search_text) AS likeness,
              asked.search_text = person.search_text AS same
         FROM hint JOIN asked ON asked.id = hint.one JOIN person ON person.id = hint.other
        WHERE hint.one <> hint.other),
     reason AS (
       SELECT one, other, reason FROM named
       UNION
       SELECT one, other, 'alike-name' FROM named WHERE likeness >= 0.5 AND NOT same)
     SELECT least(one, other) AS "firstId", greatest(one, other) AS "secondId",
            array_agg(DISTINCT reason ORDER BY reason) AS reasons
       FROM reason GROUP BY 1, 2
      HAVING bool_or(reason IN ('same-name', 'same-address', 'alike-name'))
      ORDER BY 1, 2`,
    [personIds],
  );
}
