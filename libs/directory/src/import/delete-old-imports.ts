import type { Tx } from '#database';
import type { FileStore } from '#files';
import type { Id, Temporal } from '#kernel';
import { importOwner } from './import-file.js';
import { ImportRun } from './tables/import-run.entity.js';

const KEPT_HOURS = 14 * 24;

/** Deletes imports of more than two weeks ago: what they wrote is in the directory and the audit, the rest is a copy. */
export async function deleteOldImports(tx: Tx, files: FileStore, now: Temporal.Instant): Promise<void> {
  const old: readonly { readonly id: Id; readonly fileId: string | null }[] = await tx.manager
    .createQueryBuilder(ImportRun, 'run')
    .select('run.id', 'id')
    .addSelect('run.fileId', 'fileId')
    .where(`run.createdAt < :before AND run.state NOT IN ('checking', 'writing')`, {
      before: now.subtract({ hours: KEPT_HOURS }),
    })
    .getRawMany();
  for (const { id, fileId } of old) {
    if (fileId !== null) await files.release(tx, fileId, importOwner(id));
  }
  if (old.length > 0)
    await tx.manager.delete(
      ImportRun,
      old.map(({ id }) => id),
    );
}
