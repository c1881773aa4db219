import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { UnionFunding } from '#contracts';
import { InstantColumn } from '#database';
import type { Id, LocalizedText, Temporal } from '#kernel';

/** What stands above the papers of an institution's meetings. */
@Entity('paper_head')
@Check('ck_paper_head_union', `union_funding IN ('none', 'funded', 'co-funded')`)
@Check('ck_paper_head_line', `funding_line IS NULL OR funding_line ? 'de' OR funding_line ? 'en'`)
export class PaperHeadSettings {
  @ForeignKey('Institution', { name: 'fk_paper_head_institution', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'pk_paper_head' })
  institutionId: Id;

  /** Whether the emblem of the European Union stands there, and with which statement. */
  @Column('text', { name: 'union_funding' })
  unionFunding: UnionFunding;

  /** Who pays for it, and under which number. */
  @Column('jsonb', { name: 'funding_line', nullable: true })
  fundingLine: LocalizedText | null;

  @Column('int')
  version: number;

  @InstantColumn({ name: 'changed_at' })
  changedAt: Temporal.Instant;
}
