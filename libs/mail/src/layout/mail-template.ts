import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Language } from '#kernel';
import { translator, type Translator } from '#i18n';
import { finishText } from './plain-text.js';
import { oneLine, slotsIn, withoutSlotMarks, type MailParts } from './slots.js';

/** A value for every slot of a template. */
export type SlotValues<Slot extends string> = Readonly<Record<Slot, string>>;

/** What a template is shown with: in tests, and where a host looks at it. */
export interface MailSample<Shared, Slot extends string> {
  readonly variant: string;
  readonly shared: Shared;
  readonly personal: SlotValues<Slot>;
}

/** One kind of mail. `Shared` is what all its readers of one language have in common; the rest are slots. */
export interface MailTemplate<Shared, Slot extends string = string> {
  readonly name: string;
  readonly slots: readonly Slot[];
  readonly subject: (shared: Shared, t: Translator) => string;
  readonly text: (shared: Shared, t: Translator) => string;
  readonly html: (shared: Shared, t: Translator) => ReactElement;
  readonly samples: (language: Language) => readonly MailSample<Shared, Slot>[];
}

// Outlook for Windows knows no max-width: it gets a table of 600 px around ours, by comments that React cannot write.
export const OUTLOOK_OPEN = '\ue002';
export const OUTLOOK_CLOSE = '\ue003';
const outlookOpen =
  '<!--[if mso]><table role="presentation" width="600" align="center" cellpadding="0" cellspacing="0"><tr><td><![endif]-->';
const outlookClose = '<!--[if mso]></td></tr></table><![endif]-->';

/**
 * The shared parts of a mail, rendered once per (template, meeting, language); `fillSlots` makes them one person's.
 * Throws when the template uses a slot that it does not declare.
 */
export function renderMail<Shared, Slot extends string>(
  template: MailTemplate<Shared, Slot>,
  shared: Shared,
  language: Language,
): MailParts {
  const t = translator(language);
  const props = withoutSlotMarks(shared);
  const parts = {
    subject: template.subject(props, t),
    text: finishText(template.text(props, t)),
    html: finishHtml(renderToStaticMarkup(template.html(props, t))),
  };
  for (const used of slotsIn(`${parts.subject}${parts.text}${parts.html}`)) {
    if (!template.slots.some((declared) => declared === used)) {
      throw new Error(`the mail template ${template.name} does not declare its slot "${used}"`);
    }
  }
  return slotsIn(parts.subject).length === 0 ? { ...parts, subject: oneLine(parts.subject) } : parts;
}

function finishHtml(markup: string): string {
  return `<!doctype html>${markup.replace(OUTLOOK_OPEN, outlookOpen).replace(OUTLOOK_CLOSE, outlookClose)}`;
}
