import type { Translator } from '#i18n';
import type { Letterhead } from './mail-layout.js';
import { paragraphs, SIGNATURE } from './plain-text.js';

export interface LetterText {
  readonly letterhead: Letterhead;
  readonly t: Translator;
  readonly blocks: readonly (string | null | false)[];
  readonly why: string;
  readonly stop: string | null;
}

/** A plain text letter: its paragraphs, then, beneath the line that mail clients know, who wrote and why. */
export function letterText({ letterhead, t, blocks, why, stop }: LetterText): string {
  return paragraphs(
    ...blocks,
    `${SIGNATURE}\n${letterhead.sender}`,
    why,
    stop,
    [
      ...letterhead.imprint,
      `${t('mail.layout.sent-by', { sender: t('common.brand') })}: ${letterhead.siteUrl}`,
    ].join('\n'),
  );
}
