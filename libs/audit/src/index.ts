export { auditEntities } from './entities.js';
export { listAudit } from './list-audit.js';
export type { AuditFilter } from './list-audit.js';
export { writeAudit } from './write-audit.js';
export type { AuditRecord } from './write-audit.js';
export type { AuditChannel, AuditEntry } from './audit-entry.entity.js';
export { moveAudit } from './move-audit.js';
