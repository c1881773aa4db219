import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { PersonPatch } from '#contracts';
import { InstantColumn } from '#database';
import type { Id, Temporal } from '#kernel';

/** A change of a person that somebody proposes who reaches them but may not change them. */
@Entity('person_proposal')
@Index('ix_person_proposal_open', ['id'], { where: `state = 'open'` })
@Check('ck_person_proposal_state', `state IN ('open', 'accepted', 'declined')`)
@Check('ck_person_proposal_decided', `(state = 'open') = (decided_at IS NULL)`)
export class PersonProposal {
  /** UUIDv7: the order in which they came. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_person_proposal' })
  id: Id;

  @Index('ix_person_proposal_person')
  @ForeignKey('Person', { name: 'fk_person_proposal_person', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'person_id' })
  personId: Id;

  @Index('ix_person_proposal_proposer')
  @ForeignKey('Person', { name: 'fk_person_proposal_proposer', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'proposer_id' })
  proposerId: Id;

  /** As in `PATCH /people/:id`. */
  @Column('jsonb')
  patch: PersonPatch;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('text')
  state: 'open' | 'accepted' | 'declined';

  @InstantColumn({ name: 'proposed_at' })
  proposedAt: Temporal.Instant;

  @InstantColumn({ name: 'decided_at', nullable: true })
  decidedAt: Temporal.Instant | null;
}
