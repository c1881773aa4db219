import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { InstantColumn } from '#database';
import type { Id, Temporal } from '#kernel';

/** A key for programs; it acts as the person it belongs to. */
@Entity('api_key')
@Unique('uq_api_key_token', ['tokenHash'])
export class ApiKey {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_api_key' })
  id: Id;

  @Index('ix_api_key_person')
  @ForeignKey('Person', { name: 'fk_api_key_person', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'person_id' })
  personId: Id;

  @Column('text')
  name: string;

  @Column('text', { name: 'token_hash' })
  tokenHash: string;

  @Column('text', { name: 'token_key_id' })
  tokenKeyId: string;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;

  @InstantColumn({ name: 'revoked_at', nullable: true })
  revokedAt: Temporal.Instant | null;
}
