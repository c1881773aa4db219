import type { TextKey } from './catalogues.js';

const kinds = new Map<string, TextKey>([
  ['invitation', 'console.mail.kinds.invitation'],
  ['confirmation', 'console.mail.kinds.confirmation'],
  ['change', 'console.mail.kinds.change'],
  ['cancellation', 'console.mail.kinds.cancellation'],
  ['withdrawal', 'console.mail.kinds.withdrawal'],
  ['save-the-date', 'console.mail.kinds.save-the-date'],
  ['reminder', 'console.mail.kinds.reminder'],
  ['details', 'console.mail.kinds.details'],
  ['message', 'console.mail.kinds.message'],
  ['follow-up', 'console.mail.kinds.follow-up'],
  ['host-turn', 'console.mail.kinds.host-turn'],
  ['host-reminder', 'console.mail.kinds.host-reminder'],
  ['host-swap', 'console.mail.kinds.host-swap'],
  ['host-swap-settled', 'console.mail.kinds.host-swap-settled'],
  ['host-nobody', 'console.mail.kinds.host-nobody'],
  ['sign-in', 'console.mail.kinds.sign-in'],
  ['welcome', 'console.mail.kinds.welcome'],
]);

/** What a mail is, where its subject is not written yet. */
export function mailKindKey(kind: string): TextKey {
  return kinds.get(kind) ?? 'console.mail.one';
}
