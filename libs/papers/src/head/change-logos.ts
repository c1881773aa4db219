import { insertRows } from '#database';
import type { Tx } from '#database';
import type { Acting } from '#directory';
import { FileStore } from '#files';
import { DomainError, newId } from '#kernel';
import type { Id } from '#kernel';
import { isPrintable } from '../drawing/printable-picture.js';
import { PaperLogo } from '../tables/paper-logo.entity.js';
import { lockPaperHead, saveHead } from './change-head.js';
import { readPaperHead } from './read-head.js';
import type { PaperHeadView } from './read-head.js';

export const MOST_LOGOS = 6;

export interface NewLogo {
  readonly institutionId: Id;
  readonly bytes: Uint8Array;
}

/**
 * Adds a funder's logo at the end; the same picture again changes nothing. Holds the head's row, then the file's.
 * Throws `access.denied`, `institution.not-found`, `paper.logo-not-printable`, `paper.too-many-logos`, `file.empty`
 * and `file.too-large`.
 */
export async function addPaperLogo(
  tx: Tx,
  acting: Acting,
  { institutionId, bytes }: NewLogo,
  files: FileStore,
): Promise<PaperHeadView> {
  const current = await lockPaperHead(tx, acting, institutionId);
  if (bytes.byteLength > 0 && !isPrintable(bytes)) {
    throw new DomainError('paper.logo-not-printable', { pointer: '/file' });
  }
  const { logos } = await readPaperHead(tx, institutionId);
  const owner = ownerOf(institutionId);
  const file = await files.put(tx, { bytes, owner, public: true, at: acting.now });
  if (!logos.some(({ fileId }) => fileId === file.id)) {
    if (logos.length >= MOST_LOGOS) throw new DomainError('paper.too-many-logos', { most: MOST_LOGOS });
    await insertRows(tx, PaperLogo, [{ id: newId(), institutionId, fileId: file.id }]);
    await saveHead(tx, acting, current, { logos: logos.length + 1 });
  }
  return readPaperHead(tx, institutionId);
}

/**
 * Takes a logo away; one that is not there is no error. Holds the head's row, then the file's. Throws `access.denied`
 * and `institution.not-found`.
 */
export async function removePaperLogo(
  tx: Tx,
  acting: Acting,
  { institutionId, id }: { readonly institutionId: Id; readonly id: Id },
  files: FileStore,
): Promise<PaperHeadView> {
  const current = await lockPaperHead(tx, acting, institutionId);
  const { logos } = await readPaperHead(tx, institutionId);
  const logo = logos.find((each) => each.id === id);
  if (logo !== undefined) {
    await tx.manager.delete(PaperLogo, { id });
    await files.release(tx, logo.fileId, ownerOf(institutionId));
    await saveHead(tx, acting, current, { logos: logos.length - 1 });
  }
  return readPaperHead(tx, institutionId);
}

function ownerOf(institutionId: Id) {
  return { kind: 'paper-logo', id: institutionId };
}
