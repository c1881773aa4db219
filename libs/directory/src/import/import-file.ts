import type { FileOwner } from '#files';
import type { Id } from '#kernel';

/** As whom an import keeps its file. */
export function importOwner(importId: Id): FileOwner {
  return { kind: 'import', id: importId };
}
