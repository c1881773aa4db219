import { assertMay } from '#access';
import type { Tx } from '#database';
import { recogniseType } from '#files';
import type { FileStore, FileType } from '#files';
import { DomainError } from '#kernel';
import type { Id } from '#kernel';
import { factOf } from '#queue';
import type { Acting } from '../acting.js';
import { recordChange } from '../change-record.js';
import { InstitutionChanged } from '../directory.facts.js';
import { checkVersion } from '../version-check.js';
import { Institution } from './institution.entity.js';
import { lockInstitution } from './lock-institution.js';

// No SVG: it is a document that may carry scripts, and is served from our own address.
const pictures: readonly FileType[] = ['image/png', 'image/jpeg', 'image/webp'];

export interface LogoChange {
  readonly id: Id;
  /** The version the caller has seen. */
  readonly ifMatch: number;
  /** Null takes it away. */
  readonly bytes: Uint8Array | null;
}

/**
 * Gives an institution another logo, or none. The same picture again leaves the version alone. Holds the institution's
 * row lock, then the files'. Throws `access.denied`, `institution.not-found`, `version.stale`,
 * `institution.logo-not-a-picture`, `file.empty` and `file.too-large`.
 */
export async function setLogo(
  tx: Tx,
  acting: Acting,
  { id, ifMatch, bytes }: LogoChange,
  files: FileStore,
): Promise<Institution> {
  assertMay(acting.actor, 'institution.change', { institutionIds: [id] });
  const current = await lockInstitution(tx, id);
  checkVersion(current, ifMatch);
  if (bytes !== null && bytes.byteLength > 0 && !pictures.includes(recogniseType(bytes))) {
    throw new DomainError('institution.logo-not-a-picture', { pointer: '/file' });
  }
  const owner = { kind: 'institution-logo', id };
  const kept = bytes === null ? null : await files.put(tx, { bytes, owner, public: true, at: acting.now });
  const logoFileId = kept?.id ?? null;
  if (logoFileId === current.logoFileId) return current;
  const columns = { logoFileId, version: current.version + 1, changedAt: acting.now };
  await tx.manager.update(Institution, { id }, columns);
  if (current.logoFileId !== null) await files.release(tx, current.logoFileId, owner);
  await recordChange(tx, acting, {
    action: 'institution.change',
    subjectKind: 'institution',
    subjectId: id,
    institutionIds: [id],
    before: { logoFileId: current.logoFileId },
    after: { logoFileId },
    fact: factOf(InstitutionChanged, { institutionId: id }, acting.now),
  });
  return { ...current, ...columns };
}
