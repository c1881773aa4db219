import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '#database';
import type { Temporal } from '#kernel';
import type { FileType } from './recognise-type.js';

/** Bytes, known by their own hash: the same bytes are kept once, whoever uses them. */
@Entity('file')
@Check('ck_file_id', `id ~ '^[0-9a-f]{64}$'`)
@Check('ck_file_size', 'size > 0 AND size <= 20971520')
export class File {
  /** SHA-256 of the bytes, in hexadecimal. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_file' })
  id: string;

  /** In bytes. */
  @Column('int')
  size: number;

  /** Recognised by what is in it, never by its name or by what the sender claims. */
  @Column('text')
  type: FileType;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;

  @Column('bytea', { select: false })
  bytes: Uint8Array;
}
