import { Injectable } from '@nestjs/common';
import { insertRows } from '#database';
import type { Reader, Tx } from '#database';
import { DomainError, sha256 } from '#kernel';
import { FileStore, maxFileBytes } from './file-store.js';
import type { FileContent, FileFacts, FileOwner, NewFile } from './file-store.js';
import { FileUse } from './file-use.entity.js';
import { File } from './file.entity.js';
import { recogniseType } from './recognise-type.js';

/** Files as rows of the database: in its backups, in its transactions. */
@Injectable()
export class PostgresFileStore extends FileStore {
  async put(tx: Tx, { bytes, owner, public: isPublic, at }: NewFile): Promise<FileFacts> {
    if (bytes.byteLength === 0) throw new DomainError('file.empty');
    if (bytes.byteLength > maxFileBytes) throw tooLarge(maxFileBytes);
    const facts = { id: sha256(bytes), size: bytes.byteLength, type: recogniseType(bytes) };
    // The update changes nothing but holds the row: nobody can release it away before the new use is there.
    await tx.manager.query(
      `INSERT INTO file (id, size, type, created_at, bytes) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (id) DO UPDATE SET size = excluded.size`,
      [facts.id, facts.size, facts.type, at, bytes],
    );
    const use = { fileId: facts.id, ownerKind: owner.kind, ownerId: owner.id, public: isPublic };
    await insertRows(tx, FileUse, [use], { orIgnore: true });
    return facts;
  }

  async get(reader: Reader, id: string): Promise<FileContent> {
    const file = await selectContent(reader).where({ id }).getOne();
    if (file === null) throw new DomainError('file.not-found');
    return file;
  }

  async findPublic(reader: Reader, id: string): Promise<FileContent | null> {
    return selectContent(reader)
      .where({ id })
      .andWhere('EXISTS (SELECT FROM file_use AS used WHERE used.file_id = file.id AND used.public)')
      .getOne();
  }

  async release(tx: Tx, id: string, { kind, id: ownerId }: FileOwner): Promise<void> {
    // First the lock, as in `put`: only under it is it known who else uses the file.
    await tx.manager.query('SELECT FROM file WHERE id = $1 FOR UPDATE', [id]);
    await tx.manager.delete(FileUse, { fileId: id, ownerKind: kind, ownerId });
    await tx.manager.query(
      'DELETE FROM file WHERE id = $1 AND NOT EXISTS (SELECT FROM file_use WHERE file_id = $1)',
      [id],
    );
  }
}

/** The refusal of too many bytes. */
export function tooLarge(maxBytes: number): DomainError {
  return new DomainError('file.too-large', { megabytes: Math.floor(maxBytes / 1024 / 1024) });
}

function selectContent(reader: Reader) {
  return reader.manager
    .createQueryBuilder(File, 'file')
    .select(['file.id', 'file.size', 'file.type', 'file.bytes']);
}
