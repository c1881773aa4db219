import { AttendanceClosing } from '../attendance/attendance-closing.entity.js';
import { AttendanceMark } from '../attendance/attendance-mark.entity.js';
import { Attendance } from '../attendance/attendance.entity.js';
import { DoorLink } from '../attendance/door-link.entity.js';
import { FormerInvitation } from './former-invitation.entity.js';
import { InvitationReason } from './invitation-reason.entity.js';
import { Invitation } from './invitation.entity.js';
import { MeetingAudience } from './meeting-audience.entity.js';
import { MeetingMessage } from './meeting-message.entity.js';
import { MeetingMessageRecipient } from './meeting-message-recipient.entity.js';
import { OpenRegistration } from './open-registration.entity.js';
import { QuestionAnswer } from './question-answer.entity.js';
import { Registration } from './registration.entity.js';

/** Every table of this lib. */
export const participationEntities = [
  Attendance,
  AttendanceClosing,
  AttendanceMark,
  DoorLink,
  FormerInvitation,
  InvitationReason,
  Invitation,
  MeetingAudience,
  MeetingMessage,
  MeetingMessageRecipient,
  OpenRegistration,
  QuestionAnswer,
  Registration,
];
