import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { InstantColumn } from '#database';
import type { Id, Temporal } from '#kernel';

/** An invitation that became one with another one of the same person; its link leads there. */
@Entity('former_invitation')
@Unique('uq_former_invitation_token', ['tokenHash'])
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

  @InstantColumn({ name: 'merged_at' })
  mergedAt: Temporal.Instant;
}
