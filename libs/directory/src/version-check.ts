import { DomainError } from '#kernel';

/** Refuses with `version.stale` when the row, which is locked, is not the one the caller has seen. */
export function checkVersion(row: { readonly version: number }, seen: number): void {
  if (row.version !== seen) throw new DomainError('version.stale', { version: row.version });
}
