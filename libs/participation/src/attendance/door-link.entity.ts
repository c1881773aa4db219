import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { InstantColumn } from '#database';
import type { Id, Temporal } from '#kernel';

/** A link by which a helper without an account checks people in at one meeting, on its days. */
@Entity('door_link')
@Unique('uq_door_link_token', ['tokenHash'])
export class DoorLink {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_door_link' })
  id: Id;

  @Index('ix_door_link_meeting')
  @ForeignKey('Meeting', { name: 'fk_door_link_meeting' })
  @Column('uuid', { name: 'meeting_id' })
  meetingId: Id;

  /** Whose it is: "Eingang Nord", or a helper's name. */
  @Column('text')
  name: string;

  @Column('text', { name: 'token_hash' })
  tokenHash: string;

  @Column('text', { name: 'token_key_id' })
  tokenKeyId: string;

  @Column('int', { name: 'token_generation' })
  tokenGeneration: number;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;

  @InstantColumn({ name: 'revoked_at', nullable: true })
  revokedAt: Temporal.Instant | null;
}
