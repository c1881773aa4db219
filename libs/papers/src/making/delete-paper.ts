import type { Tx } from '#database';
import type { FileStore } from '#files';
import type { Id } from '#kernel';
import { Paper } from '../tables/paper.entity.js';
import { paperOwner } from './paper-order.js';

/** Deletes a paper with its file; one that is gone is no error. Holds its row, then the file's. */
export async function deletePaper(tx: Tx, files: FileStore, id: Id): Promise<void> {
  const paper = await tx.manager.findOne(Paper, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (paper === null) return;
  await tx.manager.delete(Paper, { id });
  if (paper.fileId !== null) await files.release(tx, paper.fileId, paperOwner(id));
}
