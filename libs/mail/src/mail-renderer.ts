import type { Reader } from '#database';
import type { Id } from '#kernel';
import type { OutgoingMail } from './outgoing-mail.entity.js';

/** A mail as it leaves the house. */
export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly calendar: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string } | null;
  readonly recipientName: string;
  /** Where an answer by mail goes; null: to the sender. */
  readonly replyTo: { readonly name: string; readonly address: string } | null;
  /** It opens a door: nothing but its subject is kept or shown. */
  readonly isSecret: boolean;
}

/**
 * Makes the mails of some kinds from their rows. A provider that extends this class is found by itself; a kind that
 * two of them claim fails the start.
 */
export abstract class MailRenderer {
  abstract readonly kinds: readonly string[];

  /**
   * Renders mails of its kinds, all at once and with a fixed number of queries. A mail that is missing from the result
   * is not worth sending any more (its data are gone, or it has been overtaken).
   */
  abstract render(reader: Reader, mails: readonly OutgoingMail[]): Promise<ReadonlyMap<Id, RenderedMail>>;

  /** One mail after another; those that give null are not worth sending. */
  protected renderEach(
    mails: readonly OutgoingMail[],
    renderOne: (mail: OutgoingMail) => RenderedMail | null,
  ): ReadonlyMap<Id, RenderedMail> {
    return new Map(
      mails.flatMap((mail) => {
        const rendered = renderOne(mail);
        return rendered === null ? [] : [[mail.id, rendered] as const];
      }),
    );
  }
}
