import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '#database';
import type { Id, Temporal } from '#kernel';

/** A mail as it was rendered and what the server said; partitioned by month of the mail's writing. */
@Entity('outgoing_mail_content')
export class OutgoingMailContent {
  @PrimaryColumn('uuid', { name: 'mail_id', primaryKeyConstraintName: 'pk_outgoing_mail_content' })
  mailId: Id;

  @InstantColumn({
    name: 'created_at',
    primary: true,
    primaryKeyConstraintName: 'pk_outgoing_mail_content',
  })
  createdAt: Temporal.Instant;

  @Column('text')
  subject: string;

  @Column('text')
  text: string;

  @Column('text')
  html: string;

  @Column('text', { nullable: true })
  calendar: string | null;

  /** The server's last reply. */
  @Column('text', { nullable: true })
  response: string | null;
}
