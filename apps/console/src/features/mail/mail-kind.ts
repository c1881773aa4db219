import type { TextKey } from '#i18n';

const kinds = new Map<string, TextKey>([
  ['invitation', 'console.mail.kinds.invitation'],
  ['confirmation', 'console.mail.kinds.confirmation'],
  ['change', 'console.mail.kinds.change'],
  ['cancellation', 'console.mail.kinds.cancellation'],
  ['withdrawal', 'console.mail.kinds.withdrawal'],
  ['sign-in', 'console.mail.kinds.sign-in'],
  ['welcome', 'console.mail.kinds.welcome'],
]);

/** What a mail is, where its subject is not written yet. */
export function kindKey(kind: string): TextKey {
  return kinds.get(kind) ?? 'console.mail.one';
}
