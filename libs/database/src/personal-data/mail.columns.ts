import type { ColumnDeclarations, PersonalColumn } from './declaration.js';

const delivery: PersonalColumn = {
  subject: 'person',
  purpose: 'deliver',
  retention: 'mail',
  erasure: 'unlinked',
};
const written: PersonalColumn = { ...delivery, erasure: 'emptied' };

export const mailColumns: ColumnDeclarations = {
  'outgoing_mail.id': 'none',
  'outgoing_mail.dedup_key': delivery,
  'outgoing_mail.kind': delivery,
  'outgoing_mail.state': delivery,
  'outgoing_mail.language': delivery,
  'outgoing_mail.address': written,
  'outgoing_mail.person_id': delivery,
  'outgoing_mail.topic_id': delivery,
  'outgoing_mail.thread_id': delivery,
  'outgoing_mail.sequence': 'none',
  'outgoing_mail.params': delivery,
  'outgoing_mail.attempts': 'none',
  'outgoing_mail.created_at': delivery,
  'outgoing_mail.claimed_until': 'none',
  'outgoing_mail.sent_at': delivery,
  'outgoing_mail.last_error': delivery,

  'outgoing_mail_content.mail_id': delivery,
  'outgoing_mail_content.created_at': delivery,
  'outgoing_mail_content.subject': written,
  'outgoing_mail_content.text': written,
  'outgoing_mail_content.html': written,
  'outgoing_mail_content.calendar': written,
  // Servers like to repeat the address in what they answer.
  'outgoing_mail_content.response': written,
};
