export { participationEntities } from './tables/entities.js';
export { meetingMails } from './mail/templates/meeting-mails.js';
export { reasonSentence } from './mail/templates/reason-sentence.js';
export type { ReasonWords } from './mail/templates/reason-sentence.js';
export type {
  MeetingFieldChange,
  MeetingMailContact,
  MeetingMailProps,
  MeetingMailSlot,
  MeetingMailView,
} from './mail/templates/meeting-mail.view.js';
