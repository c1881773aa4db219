import { cancellationMail } from './cancellation.mail.js';
import { changeMail } from './change.mail.js';
import { confirmationMail } from './confirmation.mail.js';
import { detailsMail } from './details.mail.js';
import { followUpMail } from './follow-up.mail.js';
import { invitationMail } from './invitation.mail.js';
import { messageMail } from './message.mail.js';
import { openRegistrationMail } from './open-registration.mail.js';
import { reminderMail } from './reminder.mail.js';
import { saveTheDateMail } from './save-the-date.mail.js';
import { withdrawalMail } from './withdrawal.mail.js';

/** The mails about a meeting, by the name of their template. */
export const meetingMails = {
  invitation: invitationMail,
  confirmation: confirmationMail,
  change: changeMail,
  cancellation: cancellationMail,
  withdrawal: withdrawalMail,
  openRegistration: openRegistrationMail,
  saveTheDate: saveTheDateMail,
  reminder: reminderMail,
  details: detailsMail,
  followUp: followUpMail,
  message: messageMail,
} as const;
