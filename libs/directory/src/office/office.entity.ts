import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { OfficeKind } from '#contracts';
import { InstantColumn } from '#database';
import type { Id, LocalizedText, Temporal } from '#kernel';

/** A role that exists whoever fills it. */
@Entity('office')
@Check(
  'ck_office_kind',
  `kind IN ('cluster_manager', 'network_coordinator', 'organisation_manager', 'assistant', 'funder', 'chair', 'member', 'guest', 'other')`,
)
@Check('ck_office_seats_positive', 'seats > 0')
export class Office {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_office' })
  id: Id;

  @Index('ix_office_institution')
  @ForeignKey('Institution', { name: 'fk_office_institution' })
  @Column('uuid', { name: 'institution_id' })
  institutionId: Id;

  @Column('text')
  kind: OfficeKind;

  @Column('jsonb')
  name: LocalizedText;

  /** How many may hold it on one day; fewer holders: vacant. */
  @Column('int')
  seats: number;

  @Column('text', { nullable: true })
  mailbox: string | null;

  /** Gets a copy of what the holder gets (Vorzimmer). */
  @Column('text', { name: 'copy_address', nullable: true })
  copyAddress: string | null;

  @Column('int')
  version: number;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}
