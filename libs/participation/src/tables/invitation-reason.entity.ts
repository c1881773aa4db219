import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ReasonKind } from '#contracts';
import { InstantColumn } from '#database';
import type { Id, Temporal } from '#kernel';

export type ReasonEnd = 'withdrawn' | 'office-left';

/** Why a person is asked; the clusters of the reasons are what the person represents. */
@Entity('invitation_reason')
@Unique('uq_invitation_reason', ['invitationId', 'reasonKey'])
@Check('ck_invitation_reason_kind', `kind IN ('office', 'committee', 'membership', 'named', 'open')`)
@Check(
  'ck_invitation_reason_end_cause',
  `end_cause IS NULL OR (end_cause IN ('withdrawn', 'office-left') AND ended_at IS NOT NULL)`,
)
@Check('ck_invitation_reason_deputy', 'as_deputy_for_id IS NULL OR office_id IS NOT NULL')
@Check(
  'ck_invitation_reason_office',
  `CASE WHEN kind IN ('named', 'open') THEN office_id IS NULL WHEN kind = 'membership' THEN true ELSE office_id IS NOT NULL END`,
)
@Check('ck_invitation_reason_institution', `(kind IN ('named', 'open')) = (institution_id IS NULL)`)
export class InvitationReason {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_invitation_reason' })
  id: Id;

  @ForeignKey('Invitation', { name: 'fk_invitation_reason_invitation', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'invitation_id' })
  invitationId: Id;

  @Column('text')
  kind: ReasonKind;

  /** `office:<id>`, `membership:<institution id>`, `named` or `open` (they registered themselves): the same reason is given once. */
  @Column('text', { name: 'reason_key' })
  reasonKey: string;

  /** Also with a membership, if the person is asked as the holder of the member's managing office. */
  @Index('ix_invitation_reason_office', { where: 'office_id IS NOT NULL' })
  @ForeignKey('Office', { name: 'fk_invitation_reason_office' })
  @Column('uuid', { name: 'office_id', nullable: true })
  officeId: Id | null;

  @Index('ix_invitation_reason_institution')
  @ForeignKey('Institution', { name: 'fk_invitation_reason_institution' })
  @Column('uuid', { name: 'institution_id', nullable: true })
  institutionId: Id | null;

  /** Asked as deputy of the office, because this person is silent or cannot be reached. */
  @ForeignKey('Person', { name: 'fk_invitation_reason_deputy', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'as_deputy_for_id', nullable: true })
  asDeputyForId: Id | null;

  @InstantColumn({ name: 'given_at' })
  givenAt: Temporal.Instant;

  @InstantColumn({ name: 'ended_at', nullable: true })
  endedAt: Temporal.Instant | null;

  /** Why it ended: with the invitation, or because the office is somebody else's now. */
  @Column('text', { name: 'end_cause', nullable: true })
  endCause: ReasonEnd | null;
}
