import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Id } from '#kernel';

/** Shows a meeting on a further institution's pages and feeds. */
@Entity('listing')
export class Listing {
  @ForeignKey('Meeting', { name: 'fk_listing_meeting', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'meeting_id', primaryKeyConstraintName: 'pk_listing' })
  meetingId: Id;

  @Index('ix_listing_institution')
  @ForeignKey('Institution', { name: 'fk_listing_institution' })
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'pk_listing' })
  institutionId: Id;
}
