import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { PaperKind } from '#contracts';
import { InstantColumn } from '#database';
import type { Id, Language, Temporal } from '#kernel';

/** A PDF that somebody asked for; of whom it tells stands in it alone, and it is deleted a day later. */
@Entity('paper')
@Check('ck_paper_kind', `kind IN ('sign-in-sheet', 'badges', 'certificates', 'year-certificate')`)
@Check('ck_paper_meeting', `(kind = 'year-certificate') = (meeting_id IS NULL)`)
export class Paper {
  /** The id of its operation. */
  @ForeignKey('Operation', { name: 'fk_paper_operation', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_paper' })
  id: Id;

  @Column('text')
  kind: PaperKind;

  @Index('ix_paper_meeting', { where: 'meeting_id IS NOT NULL' })
  @ForeignKey('Meeting', { name: 'fk_paper_meeting', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'meeting_id', nullable: true })
  meetingId: Id | null;

  /** Whose paper it is. */
  @Index('ix_paper_institution')
  @ForeignKey('Institution', { name: 'fk_paper_institution', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'institution_id' })
  institutionId: Id;

  @Column('text')
  language: Language;

  /** In the file store; null until it is made. */
  @Column('text', { name: 'file_id', nullable: true })
  fileId: string | null;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}
