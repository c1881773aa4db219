import type { Reader } from '#database';
import { fieldValueWords, fieldWords, isToldInParts, translator } from '#i18n';
import { isPersonField, isSpokenOf, kindOf } from '../../apps/api/src/audit/named-fields.js';

interface Written {
  readonly action: string;
  readonly field: string;
  /** A value that looks like one of a few, as programs write it. */
  readonly code: string | null;
  readonly hasId: boolean;
}

/** What somebody wrote: a name may look like a code. */
const typed: ReadonlySet<string> = new Set(
  'slug name file note doorLink position seat phone mailbox title shortName familyName givenName'.split(' '),
);

/**
 * What stands in the log without words: fields without a name, values that only programs understand, ids that nothing
 * is looked up for. Every api of the tests asks when it closes, so whichever test makes a writer write is the test for it.
 */
export async function withoutWords(reader: Reader): Promise<readonly string[]> {
  const t = translator('de');
  const words = { t, text: same, day: same, moment: same };
  const rows: readonly Written[] = await reader.manager.query(WRITTEN);
  return rows
    .filter(({ field }) => isSpokenOf(field))
    .flatMap(({ action, field, code, hasId }) => {
      const place = `${action}: ${field}`;
      if (fieldWords(field, t) === field) return [`${place} has no name`];
      if (hasId && !isLookedUp(field, t)) return [`${place} shows an id`];
      if (code === null || typed.has(field) || kindOf(field) !== null) return [];
      return fieldValueWords(field, code, words) === code ? [`${place} shows ${code}`] : [];
    });
}

function same(text: string | { readonly de?: string }): string {
  return typeof text === 'string' ? text : (text.de ?? '');
}

/** By name, counted, or not spelled out at all. */
function isLookedUp(field: string, t: ReturnType<typeof translator>): boolean {
  if (kindOf(field) !== null || isPersonField(field) || field === 'votes' || isToldInParts(field))
    return true;
  const words = { t, text: () => '', day: () => '', moment: () => '' };
  return fieldValueWords(field, ['x'], words) !== 'x';
}

const WRITTEN = `
  SELECT DISTINCT entry.action, regexp_replace(pair.key, '^note(Before|After)$', 'note') AS field,
         CASE WHEN jsonb_typeof(pair.value) = 'string' AND pair.value #>> '{}' ~ '^[a-z]{2,}([_-][a-z]+)*$'
              THEN pair.value #>> '{}' END AS code,
         pair.value::text ~ '"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"' AS "hasId"
    FROM audit_entry AS entry,
         LATERAL (VALUES (entry.before), (entry.after), (entry.personal - '{before,after}'::text[]),
                         (entry.personal -> 'before'), (entry.personal -> 'after')) AS side (pairs),
         LATERAL jsonb_each(CASE jsonb_typeof(side.pairs) WHEN 'object' THEN side.pairs ELSE '{}' END) AS pair
   WHERE pair.value <> 'null'`;
