import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Id } from '#kernel';

/** One of a person's mail addresses. Several people may share a mailbox, so it is unique per person only. */
@Entity('person_address')
@Unique('uq_person_address', ['personId', 'addressFolded'])
@Index('uq_person_address_preferred', ['personId'], { unique: true, where: 'preferred' })
@Index('ix_person_address_folded', ['addressFolded'])
@Index('ix_person_address_search', { synchronize: false })
@Check('ck_person_address_folded', `address_folded = lower(address COLLATE "C")`)
@Check('ck_person_address_state', `state IN ('ok', 'bounced', 'unsubscribed')`)
export class PersonAddress {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_person_address' })
  id: Id;

  @ForeignKey('Person', { name: 'fk_person_address_person', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'person_id' })
  personId: Id;

  @Column('text')
  address: string;

  /** In lower case, ASCII only, so that no locale's idea of letters decides who is the same. */
  @Column('text', { name: 'address_folded' })
  addressFolded: string;

  @Column('boolean')
  preferred: boolean;

  @Column('text')
  state: 'ok' | 'bounced' | 'unsubscribed';

  /**
   * Several people read it (info@): it says nobody's identity, so nobody signs in or is taken for somebody else by it.
   */
  @Column('boolean', { default: false })
  shared?: boolean;
}
