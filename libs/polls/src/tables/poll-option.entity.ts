import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { WallClockColumn } from '#database';
import type { Id, Temporal } from '#kernel';

/** A date that a poll proposes; how long it takes is the poll's. */
@Entity('poll_option')
@Unique('uq_poll_option', ['pollId', 'startsLocal', 'allDay'])
export class PollOption {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_poll_option' })
  id: Id;

  @ForeignKey('Poll', { name: 'fk_poll_option_poll', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'poll_id' })
  pollId: Id;

  @WallClockColumn({ name: 'starts_local' })
  startsLocal: Temporal.PlainDateTime;

  @Column('boolean', { name: 'all_day' })
  allDay: boolean;
}
