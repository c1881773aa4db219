import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { InstantColumn } from '#database';
import type { Id, Temporal } from '#kernel';

/** A signed-in browser: its cookie holds the secret, the row only the hash. */
@Entity('session')
@Unique('uq_session_secret', ['secretHash'])
export class Session {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_session' })
  id: Id;

  @Index('ix_session_login')
  @ForeignKey('Login', { name: 'fk_session_login', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'login_id' })
  loginId: Id;

  @Column('text', { name: 'secret_hash' })
  secretHash: string;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;

  @Index('ix_session_expires')
  @InstantColumn({ name: 'expires_at' })
  expiresAt: Temporal.Instant;
}
