import { OutgoingMailContent } from './outgoing-mail-content.entity.js';
import { OutgoingMail } from './outgoing-mail.entity.js';

/** Every table of this lib. */
export const mailEntities = [OutgoingMailContent, OutgoingMail];
