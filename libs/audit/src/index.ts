export { auditEntities } from './entities.js';
export { writeAudit } from './write-audit.js';
export type { AuditRecord } from './write-audit.js';
export type { AuditChannel } from './audit-entry.entity.js';
export { moveAudit } from './move-audit.js';
