import { AuditEntry } from './audit-entry.entity.js';

/** The tables of this lib. */
export const auditEntities = [AuditEntry];
