export { mailEntities } from './entities.js';
export { supersedeUnsent, writeMails } from './write-mails.js';
export type { MailDraft } from './write-mails.js';
