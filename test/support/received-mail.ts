import PostalMime from 'postal-mime';
import { readCalendar } from '../interop/calendar-reader.js';
import type { ReadCalendar, ReadEvent } from '../interop/calendar-reader.js';
import type { ReceivedMail } from './mail-server.js';

/** A mail as an independent reader understands it. */
export interface ReadMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  readonly from: string;
  readonly to: string;
  readonly toName: string;
  readonly replyTo: string | null;
  /** Lower-case names, every value. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly calendar: (ReadCalendar & { readonly event: ReadEvent; readonly content: string }) | null;
}

/** Reads a mail by postal-mime and its calendar part by ical.js. */
export async function readMail({ raw }: Pick<ReceivedMail, 'raw'>): Promise<ReadMail> {
  const mail = await PostalMime.parse(raw, { forceRfc822Attachments: true });
  const headers = Map.groupBy(mail.headers, ({ key }) => key);
  const part = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar');
  return {
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html ?? '',
    messageId: mail.messageId ?? '',
    from: mail.from?.address ?? '',
    to: mail.to?.[0]?.address ?? '',
    toName: mail.to?.[0]?.name ?? '',
    replyTo: mail.replyTo?.[0]?.address ?? null,
    headers: new Map([...headers].map(([key, own]) => [key, own.map(({ value }) => value)])),
    calendar: part === undefined ? null : readPart(part.content),
  };
}

function readPart(content: string | ArrayBuffer | Uint8Array): NonNullable<ReadMail['calendar']> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(new Uint8Array(content));
  const calendar = readCalendar(bytes);
  const [event, ...others] = calendar.events;
  if (event === undefined || others.length > 0) throw new Error('a calendar part has exactly one VEVENT');
  return { ...calendar, event, content: bytes.toString() };
}
