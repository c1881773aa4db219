import { listAudit } from '#audit';
import type { AuditEntry, AuditFilter } from '#audit';
import type { Page, PageRequest, Reader } from '#database';
import type { AuthorizedScope } from '../grants/authorized-scope.js';

/** A page of what was done in the scope's institutions, latest first. One query. */
export async function listLog(
  reader: Reader,
  scope: AuthorizedScope,
  request: PageRequest & AuditFilter,
): Promise<Page<AuditEntry>> {
  return listAudit(reader, scope.everywhere ? null : scope.institutionIds, request);
}
