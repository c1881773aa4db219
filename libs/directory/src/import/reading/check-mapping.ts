import { importFields } from '#contracts';
import type { ImportField, ImportKind } from '#contracts';
import { DomainError } from '#kernel';
import type { Mapping } from './mapping.js';

/**
 * The mapping for all columns of the file. Throws `import.field-not-here` for a field that the kind does not know,
 * `import.field-twice`, and `import.column-missing` for what every row needs.
 */
export function checkMapping(kind: ImportKind, columns: number, mapping: Mapping): Mapping {
  const used = new Set<ImportField>();
  for (const field of mapping.slice(0, columns)) {
    if (field === null) continue;
    if (!importFields[kind].includes(field)) throw new DomainError('import.field-not-here', { field });
    if (used.has(field)) throw new DomainError('import.field-twice', { field });
    used.add(field);
  }
  const missing = missingField(kind, used);
  if (missing !== undefined) throw new DomainError('import.column-missing', { field: missing });
  return Array.from({ length: columns }, (_, index) => mapping[index] ?? null);
}

function missingField(kind: ImportKind, used: ReadonlySet<ImportField>): ImportField | undefined {
  if (kind === 'members')
    return used.has('organisation') || used.has('organisationEn') ? undefined : 'organisation';
  return (['familyName', 'givenName'] as const).find((field) => !used.has(field));
}
