import type { AuditAction } from '#contracts';
import { insertRows } from '#database';
import type { Tx } from '#database';
import { newId } from '#kernel';
import type { Id, Temporal } from '#kernel';
import { AuditEntry } from './audit-entry.entity.js';
import type { AuditChannel } from './audit-entry.entity.js';

type Values = Readonly<Record<string, unknown>>;

export interface AuditRecord {
  readonly at: Temporal.Instant;
  readonly actorPersonId: Id | null;
  readonly channel: AuditChannel;
  /** Dotted: `meeting.cancel`. */
  readonly action: AuditAction;
  readonly subjectKind: string;
  readonly subjectId: Id;
  /** The institutions it concerns, whose managers may read it. Said by every writer: `[]` is for owners alone. */
  readonly institutionIds: readonly Id[];
  /** Without personal values. */
  readonly before?: Values | null;
  /** Without personal values. */
  readonly after?: Values | null;
  /** Names, addresses, notes: what has to go when the person is erased. */
  readonly personal?: Values | null;
  readonly requestId?: string | null;
}

/** Writes what was done, in the caller's transaction, as multi-row statements. */
export async function writeAudit(tx: Tx, entries: readonly AuditRecord[]): Promise<void> {
  await insertRows(tx, AuditEntry, entries.map(toRow));
}

function toRow(entry: AuditRecord): AuditEntry {
  const { before = null, after = null, personal = null, requestId = null, institutionIds } = entry;
  return {
    ...entry,
    id: newId(),
    institutionIds: [...new Set(institutionIds)],
    before,
    after,
    personal,
    requestId,
  };
}
