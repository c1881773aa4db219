import type { ImportField, ImportKind } from '#contracts';

/** What keeps a mapping from being tried; null for one that can be. */
export type MappingFault =
  | { readonly key: 'import.missing-names' | 'import.missing-organisation' }
  | { readonly key: 'import.twice'; readonly field: ImportField };

export function mappingFault(
  kind: ImportKind,
  mapping: readonly (ImportField | null)[],
): MappingFault | null {
  const fields = mapping.filter((field) => field !== null);
  const twice = fields.find((field, index) => fields.indexOf(field) !== index);
  if (twice !== undefined) return { key: 'import.twice', field: twice };
  const has = (field: ImportField) => fields.includes(field);
  if (kind === 'members') {
    return has('organisation') || has('organisationEn') ? null : { key: 'import.missing-organisation' };
  }
  return has('givenName') && has('familyName') ? null : { key: 'import.missing-names' };
}
