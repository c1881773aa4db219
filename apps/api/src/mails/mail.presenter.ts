import type { MailDetailDto, MailItemDto } from '#contracts';
import { displayName } from '#directory';
import type { PersonContact } from '#directory';
import type { LoggedMail, OutgoingMail } from '#mail';
import { withoutAddress } from './without-address.js';

interface Around {
  /** Undefined for a mail to a mailbox, and for a person who is gone. */
  readonly recipient: PersonContact | undefined;
  /** Whether the reader may see the address: a mailbox's, or that of a person whose contact data they may see. */
  readonly isReadable: boolean;
}

/** A mail as a row of the log; `subject` where it has been rendered. */
export function presentMailItem(
  mail: OutgoingMail,
  { recipient, isReadable, subject }: Around & { readonly subject: string | null },
): MailItemDto {
  const address = isReadable ? mail.address : null;
  return {
    id: mail.id,
    kind: mail.kind,
    state: mail.state,
    recipient: recipient === undefined ? (address ?? '') : displayName(recipient),
    address,
    language: mail.language,
    subject,
    meetingId: mail.topicId,
    attempts: mail.attempts,
    lastError:
      mail.lastError === null || isReadable ? mail.lastError : withoutAddress(mail.lastError, mail.address),
    createdAt: mail.createdAt.toString(),
    sentAt: mail.sentAt?.toString() ?? null,
  };
}

/** A mail with its wording. */
export function presentMail(logged: LoggedMail, around: Around): MailDetailDto {
  const { mail, subject, messageId } = logged;
  const shown = (text: string) => (around.isReadable ? text : withoutAddress(text, mail.address));
  return {
    ...presentMailItem(mail, { ...around, subject }),
    subject,
    text: shown(logged.text),
    html: shown(logged.html),
    calendar: logged.calendar === null ? null : shown(logged.calendar),
    messageId,
    response: logged.response === null ? null : shown(logged.response),
  };
}
