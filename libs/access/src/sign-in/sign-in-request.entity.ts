import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { InstantColumn } from '#database';
import type { Id, Temporal } from '#kernel';

/**
 * Somebody asked for a sign-in mail. Good for 15 minutes, once, and only in the browser that asked (its cookie's hash
 * is kept). Unknown addresses get no row's worth of difference: `loginId` is null and no mail is written. A link made
 * on the command line is bound to no browser, because whoever runs the instance opens it in any.
 */
@Entity('sign_in_request')
@Unique('uq_sign_in_request_token', ['tokenHash'])
@Index('ix_sign_in_request_address', ['addressHash', 'createdAt'])
@Index('ix_sign_in_request_client', ['clientHash', 'createdAt'])
@Index('ix_sign_in_request_expires', ['expiresAt'])
@Check('ck_sign_in_request_attempts', 'attempts >= 0')
export class SignInRequest {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_sign_in_request' })
  id: Id;

  @Index('ix_sign_in_request_login')
  @ForeignKey('Login', { name: 'fk_sign_in_request_login', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'login_id', nullable: true })
  loginId: Id | null;

  @Index('ix_sign_in_request_browser')
  @Column('text', { name: 'browser_hash', nullable: true })
  browserHash: string | null;

  /** SHA-256 of the address typed, folded: how often one address is asked for. Null from the command line. */
  @Column('text', { name: 'address_hash', nullable: true })
  addressHash: string | null;

  /** SHA-256 of the network address that asked: how often one client asks. Null from the command line. */
  @Column('text', { name: 'client_hash', nullable: true })
  clientHash: string | null;

  @Column('text', { name: 'token_hash' })
  tokenHash: string;

  @Column('text', { name: 'token_key_id' })
  tokenKeyId: string;

  /** Wrong codes typed so far. */
  @Column('int')
  attempts: number;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;

  @InstantColumn({ name: 'expires_at' })
  expiresAt: Temporal.Instant;

  @InstantColumn({ name: 'used_at', nullable: true })
  usedAt: Temporal.Instant | null;
}
