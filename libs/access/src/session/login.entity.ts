import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { InstantColumn } from '#database';
import type { Id, Temporal } from '#kernel';

/** The address a person signs in with; one person may have several, an address belongs to one person. */
@Entity('login')
@Unique('uq_login_address', ['addressFolded'])
@Check('ck_login_address_folded', `address_folded = lower(address COLLATE "C")`)
export class Login {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_login' })
  id: Id;

  @Index('ix_login_person')
  @ForeignKey('Person', { name: 'fk_login_person', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'person_id' })
  personId: Id;

  @Column('text')
  address: string;

  @Column('text', { name: 'address_folded' })
  addressFolded: string;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}
