import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { InstantColumn } from '#database';
import type { Id, Temporal } from '#kernel';

/** The one row of this installation; the set-up link is derived from it until there is an owner. */
@Entity('instance')
@Unique('uq_instance_singleton', ['singleton'])
@Check('ck_instance_singleton', 'singleton')
export class Instance {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_instance' })
  id: Id;

  @Column('boolean')
  singleton: true;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;

  @InstantColumn({ name: 'set_up_at', nullable: true })
  setUpAt: Temporal.Instant | null;
}
