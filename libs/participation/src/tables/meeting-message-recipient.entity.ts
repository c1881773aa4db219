import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Id } from '#kernel';

/** To whom a message goes, settled when it was sent off. */
@Entity('meeting_message_recipient')
export class MeetingMessageRecipient {
  @ForeignKey('MeetingMessage', { name: 'fk_meeting_message_recipient_message', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'message_id', primaryKeyConstraintName: 'pk_meeting_message_recipient' })
  messageId: Id;

  @Index('ix_meeting_message_recipient_invitation')
  @ForeignKey('Invitation', { name: 'fk_meeting_message_recipient_invitation', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'invitation_id', primaryKeyConstraintName: 'pk_meeting_message_recipient' })
  invitationId: Id;
}
