import type { Id } from '#kernel';
import { defineFact } from '#queue';

export interface MailFailure {
  readonly mailId: Id;
  readonly kind: string;
  /** The invitation it belongs to, if any. */
  readonly threadId: Id | null;
}

/** A mail will not arrive: the server refused it for good, or every try was in vain. */
export const MailFailed = defineFact<MailFailure>('MailFailed');
