import { idPart, selectPage, toPage } from '#database';
import type { Keyset, Page, PageRequest, Reader } from '#database';
import type { Id, Temporal } from '#kernel';
import { AuditEntry } from './audit-entry.entity.js';
import type { AuditChannel } from './audit-entry.entity.js';

export interface AuditFilter {
  readonly subjectKind?: string | undefined;
  readonly subjectId?: Id | undefined;
  /** Everything that concerns it. */
  readonly institutionId?: Id | undefined;
  readonly actorPersonId?: Id | undefined;
  /** The action, or what it begins with: `meeting.` */
  readonly action?: string | undefined;
  readonly channel?: AuditChannel | undefined;
  readonly from?: Temporal.Instant | undefined;
  /** Exclusive. */
  readonly before?: Temporal.Instant | undefined;
}

const latestFirst: Keyset<AuditEntry> = { list: 'audit', direction: 'desc', parts: [idPart('entry.id')] };

/** A page of the log, latest first, of what concerns these institutions (null: of everything). One query. */
export async function listAudit(
  reader: Reader,
  within: readonly Id[] | null,
  request: PageRequest & AuditFilter,
): Promise<Page<AuditEntry>> {
  const query = reader.manager.createQueryBuilder(AuditEntry, 'entry');
  if (within !== null) query.andWhere('entry.institutionIds && CAST(:within AS uuid[])', { within });
  for (const [name, sql] of conditions) {
    if (request[name] !== undefined) query.andWhere(sql, { [name]: request[name] });
  }
  return toPage(await selectPage(query, latestFirst, request).getMany(), latestFirst, request);
}

const conditions = [
  ['subjectKind', 'entry.subjectKind = :subjectKind'],
  ['subjectId', 'entry.subjectId = :subjectId'],
  ['institutionId', 'entry.institutionIds @> ARRAY[CAST(:institutionId AS uuid)]'],
  ['actorPersonId', 'entry.actorPersonId = :actorPersonId'],
  ['action', 'starts_with(entry.action, :action)'],
  ['channel', 'entry.channel = :channel'],
  ['from', 'entry.at >= :from'],
  ['before', 'entry.at < :before'],
] as const;
