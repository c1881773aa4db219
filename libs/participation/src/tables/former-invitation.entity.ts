import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { InstantColumn } from '#database';
import type { Id, Temporal } from '#kernel';

/**
 * An invitation that became one with another one of the same person; its link leads there, and so do the link of its
 * registration, which went with it, and the entry code made of that.
 */
@Entity('former_invitation')
@Unique('uq_former_invitation_token', ['tokenHash'])
@Unique('uq_former_invitation_registration_token', ['registrationTokenHash'])
export class FormerInvitation {
  /** The id that the invitation had. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_former_invitation' })
  id: Id;

  @Index('ix_former_invitation_kept')
  @ForeignKey('Invitation', { name: 'fk_former_invitation_kept', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'invitation_id' })
  invitationId: Id;

  @Column('text', { name: 'token_hash' })
  tokenHash: string;

  /** The id that its registration had. */
  @Column('uuid', { name: 'registration_id', nullable: true })
  registrationId: Id | null;

  @Column('text', { name: 'registration_token_hash', nullable: true })
  registrationTokenHash: string | null;

  @InstantColumn({ name: 'merged_at' })
  mergedAt: Temporal.Instant;
}
