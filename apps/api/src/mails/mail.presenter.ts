import type { MailDetailDto, MailItemDto } from '#contracts';
import { displayName } from '#directory';
import type { PersonContact } from '#directory';
import type { LoggedMail, OutgoingMail } from '#mail';

/** A mail as a row of the log; `subject` where it has been rendered. */
export function presentMailItem(
  mail: OutgoingMail,
  recipient: PersonContact | undefined,
  subject: string | null,
): MailItemDto {
  return {
    id: mail.id,
    kind: mail.kind,
    state: mail.state,
    recipient: recipient === undefined ? mail.address : displayName(recipient),
    address: mail.address,
    language: mail.language,
    subject,
    meetingId: mail.topicId,
    attempts: mail.attempts,
    lastError: mail.lastError,
    createdAt: mail.createdAt.toString(),
    sentAt: mail.sentAt?.toString() ?? null,
  };
}

/** A mail with its wording. */
export function presentMail(logged: LoggedMail, recipient: PersonContact | undefined): MailDetailDto {
  const { mail, subject, text, html, calendar, messageId, response } = logged;
  return { ...presentMailItem(mail, recipient, subject), subject, text, html, calendar, messageId, response };
}
